# cpack: fintool_VERSION_ARCH.deb and libfintool-dev_VERSION_ARCH.deb (-G DEB), and one .tar.gz of
# both (-G TGZ).
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME fintool)
set(CPACK_PACKAGE_VENDOR "the fintool authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "earnings releases as a SQLite database that answers questions")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${maintainer})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME fintool)
# The versions of the libraries that this build was linked with, asked of dpkg.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "sqlite3, libedit2, libpq5")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "reads corporate earnings releases as companies print them
(fixed-width text of the 1990s, tab and pipe text, HTML, EDGAR submissions)
into one SQLite file, and answers questions from it. Every number leads back
to the bytes that it was printed in, and says whether it was reported or
derived, and how.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libfintool-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
  "libsqlitecpp-dev, libsqlite3-dev, zlib1g-dev, libminizip-dev, libutf8proc-dev")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "the core of fintool for C++ programs: a static library, one
header and a CMake package. Releases go in as bytes, questions come back as
rows.")
include(CPack)
