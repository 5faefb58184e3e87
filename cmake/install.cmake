# cmake --install and cpack: the program with its page, completions and examples (component
# "program"), and the core for other C++ programs (component "library").
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
set(made ${PROJECT_BINARY_DIR}/installed)
file(MAKE_DIRECTORY ${made})

# As Debian wants them: without a time, so that the same sources give the same bytes.
find_program(GZIP gzip REQUIRED)
set(maintainer "the fintool authors <fintool@example.org>")
string(TIMESTAMP built_on "%a, %d %b %Y 00:00:00 +0000" UTC)  # or SOURCE_DATE_EPOCH
function(fintool_compressed from to)
  add_custom_command(OUTPUT ${made}/${to} DEPENDS ${from} VERBATIM
    COMMAND sh -c "${GZIP} -9nc '${from}' >'${made}/${to}'")
endfunction()

# Licence and changes in every package's folder of documents.
configure_file(cmake/changelog.in ${made}/changelog @ONLY)
fintool_compressed(${made}/changelog changelog.Debian.gz)
fintool_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz)
add_custom_target(fintool_changes ALL DEPENDS ${made}/changelog.Debian.gz ${made}/changelog.gz)
function(fintool_documents name component)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/${name})
  install(FILES LICENSE RENAME copyright DESTINATION ${doc} COMPONENT ${component})
  install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz DESTINATION ${doc}
    COMPONENT ${component})
endfunction()

if(TARGET fintool)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/fintool)
  install(TARGETS fintool RUNTIME)
  # The completions are printed by the program itself.
  foreach(shell bash zsh fish)
    add_custom_command(OUTPUT ${made}/completion.${shell} DEPENDS fintool VERBATIM
      COMMAND sh -c "'$<TARGET_FILE:fintool>' completion ${shell} >'${made}/completion.${shell}'")
  endforeach()
  fintool_compressed(${PROJECT_SOURCE_DIR}/docs/fintool.1 fintool.1.gz)
  add_custom_target(fintool_installed ALL DEPENDS ${made}/completion.bash ${made}/completion.zsh
    ${made}/completion.fish ${made}/fintool.1.gz)
  install(FILES ${made}/completion.bash RENAME fintool
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${made}/completion.zsh RENAME _fintool
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${made}/completion.fish RENAME fintool.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  install(FILES ${made}/fintool.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  fintool_documents(fintool program)
  install(DIRECTORY data/samples examples/ DESTINATION ${doc}/examples)
endif()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/fintool)
set_target_properties(fintool_core PROPERTIES EXPORT_NAME core OUTPUT_NAME fintool)
install(TARGETS fintool_core EXPORT fintool ARCHIVE COMPONENT library)
install(EXPORT fintool NAMESPACE fintool:: FILE fintool-targets.cmake DESTINATION ${package}
  COMPONENT library)
configure_package_config_file(cmake/fintool-config.cmake.in ${made}/fintool-config.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(${made}/fintool-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${made}/fintool-config.cmake ${made}/fintool-config-version.cmake
  cmake/fintool-dependencies.cmake DESTINATION ${package} COMPONENT library)
fintool_documents(libfintool-dev library)
# fintool.h and what it includes, and no more.
install(FILES core/fintool.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/fintool COMPONENT library)
install(FILES core/base/result.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/fintool/base
  COMPONENT library)
install(FILES core/query/result_set.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/fintool/query
  COMPONENT library)

include(cmake/package.cmake)
