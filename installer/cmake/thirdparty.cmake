# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that come without a usable CMake package.
#
# OpenCV: never find_package(OpenCV). Debian's package file asks for every module, and highgui, imgcodecs
# and videoio bring Qt 5 and some 250 shared libraries beside our Qt 6.
find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(module core imgproc)
    find_library(OPENCV_${module}_LIBRARY opencv_${module} REQUIRED)
    add_library(opencv::${module} SHARED IMPORTED)
    set_target_properties(opencv::${module} PROPERTIES
        IMPORTED_LOCATION ${OPENCV_${module}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE_DIR})
endforeach()
set_property(TARGET opencv::imgproc PROPERTY INTERFACE_LINK_LIBRARIES opencv::core)

# dlib: its own package file adds GUI and codec libraries that nothing here uses.
find_path(DLIB_INCLUDE_DIR dlib/dnn.h REQUIRED)
find_library(DLIB_LIBRARY dlib REQUIRED)
add_library(dlib::face SHARED IMPORTED)
set_target_properties(dlib::face PROPERTIES
    IMPORTED_LOCATION ${DLIB_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${DLIB_INCLUDE_DIR})
# Its headers call BLAS and LAPACK themselves; libopenblas-pthread-dev gives both.
find_library(LAPACK_LIBRARY lapack REQUIRED)
find_library(BLAS_LIBRARY blas REQUIRED)
set_property(TARGET dlib::face PROPERTY INTERFACE_LINK_LIBRARIES ${LAPACK_LIBRARY} ${BLAS_LIBRARY})

find_path(EXPECTED_INCLUDE_DIR tl/expected.hpp REQUIRED)
add_library(tl::expected INTERFACE IMPORTED)
set_target_properties(tl::expected PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${EXPECTED_INCLUDE_DIR})

find_path(EXIV2_INCLUDE_DIR exiv2/exiv2.hpp REQUIRED)
find_library(EXIV2_LIBRARY exiv2 REQUIRED)
add_library(exiv2::exiv2 SHARED IMPORTED)
set_target_properties(exiv2::exiv2 PROPERTIES
    IMPORTED_LOCATION ${EXIV2_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${EXIV2_INCLUDE_DIR})

find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
add_library(cli11::cli11 INTERFACE IMPORTED)
set_target_properties(cli11::cli11 PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${CLI11_INCLUDE_DIR})

find_package(JPEG REQUIRED)  # libjpeg62-turbo-dev
find_package(ZLIB REQUIRED)

find_path(SODIUM_INCLUDE_DIR sodium.h REQUIRED)
find_library(SODIUM_LIBRARY sodium REQUIRED)
add_library(sodium::sodium SHARED IMPORTED)
set_target_properties(sodium::sodium PROPERTIES
    IMPORTED_LOCATION ${SODIUM_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${SODIUM_INCLUDE_DIR})

find_path(ARCHIVE_INCLUDE_DIR archive.h REQUIRED)
find_library(ARCHIVE_LIBRARY archive REQUIRED)
add_library(archive::archive SHARED IMPORTED)
set_target_properties(archive::archive PROPERTIES
    IMPORTED_LOCATION ${ARCHIVE_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${ARCHIVE_INCLUDE_DIR})

# libav: what decodes video. engine/decode alone includes it.
find_path(AV_INCLUDE_DIR libavformat/avformat.h REQUIRED)
foreach(part avformat avcodec avutil swscale)
    find_library(AV_${part}_LIBRARY ${part} REQUIRED)
    add_library(av::${part} SHARED IMPORTED)
    set_target_properties(av::${part} PROPERTIES
        IMPORTED_LOCATION ${AV_${part}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${AV_INCLUDE_DIR})
endforeach()
