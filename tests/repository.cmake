# Checks of the tree itself.
add_test(NAME Layers.AreNotCrossed
         COMMAND "${CMAKE_COMMAND}" -D "root=${PROJECT_SOURCE_DIR}"
                 -P "${CMAKE_CURRENT_SOURCE_DIR}/layers.cmake")
add_test(NAME Layers.RefuseAPlantedInclude
         COMMAND "${CMAKE_COMMAND}" -D "scratch=${CMAKE_CURRENT_BINARY_DIR}/layers"
                 -P "${CMAKE_CURRENT_SOURCE_DIR}/layers_test.cmake")
add_test(NAME Translation.OfEveryTextIsThere
         COMMAND "${PROJECT_SOURCE_DIR}/tools/po.sh" --check)
add_test(NAME Documents.LinkToWhatExists
         COMMAND python3 "${CMAKE_CURRENT_SOURCE_DIR}/links.py" "${PROJECT_SOURCE_DIR}")
add_test(NAME Documents.LinksThatLeadNowhereAreFound
         COMMAND python3 "${CMAKE_CURRENT_SOURCE_DIR}/links.py" "${PROJECT_SOURCE_DIR}"
                 "${CMAKE_CURRENT_BINARY_DIR}/links")
add_test(NAME Documents.ReferenceIsWhatTheProgramPrints
         COMMAND tenglong-docs --check "${PROJECT_SOURCE_DIR}/docs")
add_test(NAME Documents.ShowTheHelpOfTheProgram
         COMMAND "${PROJECT_SOURCE_DIR}/tools/docs.sh" --check "$<TARGET_FILE:tenglong>")
set_tests_properties(Layers.AreNotCrossed Layers.RefuseAPlantedInclude
                     Translation.OfEveryTextIsThere Documents.LinkToWhatExists
                     Documents.LinksThatLeadNowhereAreFound
                     Documents.ReferenceIsWhatTheProgramPrints
                     Documents.ShowTheHelpOfTheProgram
                     PROPERTIES LABELS unit)
