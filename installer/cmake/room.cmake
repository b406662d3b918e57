# SPDX-License-Identifier: GPL-3.0-or-later
# One room of the house: a folder is a static library of the same name (engine/match -> engine_match).
# Sources are found by folder, because a room's folder is its definition.
#
#   likeness_room(engine/match LINKS engine_base engine_model [PRIVATE_LINKS ...] [MOC])
#
# LINKS are rooms and libraries whose types stand in the room's public headers; PRIVATE_LINKS are used in
# its .cpp files only. MOC is for rooms with QObjects.
function(likeness_room folder)
    cmake_parse_arguments(ROOM "MOC" "" "LINKS;PRIVATE_LINKS" ${ARGN})
    string(REPLACE "/" "_" target ${folder})
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/${folder}/*.h)
    if(NOT sources MATCHES "\\.cpp")
        add_library(${target} INTERFACE)  # a room of plain values in headers
        target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR})
        target_link_libraries(${target} INTERFACE ${ROOM_LINKS})
        return()
    endif()
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow)
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_TO_ASCII QT_NO_FOREACH)
    target_link_libraries(${target} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
    if(ROOM_MOC)
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
    endif()
endfunction()
