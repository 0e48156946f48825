# `cpack` in the build folder makes a .deb for the Debian that it is built on; which libraries it
# needs, and from which version on, is read from the program (dpkg-shlibdeps).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tenglong)
set(CPACK_PACKAGE_VENDOR "Tenglong")
set(CPACK_PACKAGE_CONTACT "Tenglong maintainers <maintainers@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "finds idle and under-used industrial land")
set(CPACK_PACKAGE_DESCRIPTION
    "Tenglong (腾笼) reads parcels, buildings, enterprises and control lines as bureaus have them,
 judges every parcel by a policy profile, with the evidence of each verdict, and writes layers,
 ledgers and an account of the industrial-land control line.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The coordinate systems and the tables of GDAL are data that the libraries only recommend.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "gdal-data, proj-data")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis, libreoffice-calc, postgis")
include(CPack)
