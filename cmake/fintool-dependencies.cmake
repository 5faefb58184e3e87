# What the core needs, found by the build and again by every program that uses the installed core.
include(CMakeFindDependencyMacro)
find_dependency(SQLite3)
find_dependency(SQLiteCpp)
find_dependency(ZLIB)
# Debian has no CMake files of these: look for header and library.
foreach(fintool_library "minizip minizip/unzip.h minizip" "utf8proc utf8proc.h utf8proc")
  separate_arguments(fintool_library)
  list(GET fintool_library 0 fintool_name)
  list(GET fintool_library 1 fintool_header)
  list(GET fintool_library 2 fintool_file)
  if(NOT TARGET fintool::${fintool_name})
    find_path(FINTOOL_${fintool_name}_INCLUDE_DIR ${fintool_header} REQUIRED)
    find_library(FINTOOL_${fintool_name}_LIBRARY ${fintool_file} REQUIRED)
    mark_as_advanced(FINTOOL_${fintool_name}_INCLUDE_DIR FINTOOL_${fintool_name}_LIBRARY)
    add_library(fintool::${fintool_name} UNKNOWN IMPORTED)
    set_target_properties(fintool::${fintool_name} PROPERTIES
      IMPORTED_LOCATION ${FINTOOL_${fintool_name}_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${FINTOOL_${fintool_name}_INCLUDE_DIR})
  endif()
endforeach()
