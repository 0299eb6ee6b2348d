; Owns what the Windows installer does beside copying: a start at login for all accounts only when asked for (/AUTOSTART),
; greenroom: links, .ics and .eml under "Open with" without taking them over, and the name under which results may be written to the event log.

!define GREENROOM_RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define GREENROOM_LOG "SYSTEM\CurrentControlSet\Services\EventLog\Application\Greenroom"
!define GREENROOM_FILE "Greenroom.Invitation"
!define GREENROOM_SCHEME "Software\Classes\greenroom"
; What Electron calls the start at login that a person switched on in the program.
!define GREENROOM_LOGIN "org.greenroom.Greenroom"

!macro customInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AUTOSTART" $R1
  ${IfNot} ${Errors}
    WriteRegStr HKLM "${GREENROOM_RUN}" "Greenroom" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --hidden'
  ${Else}
    ; Asked for at an earlier installation, perhaps in another folder.
    ReadRegStr $R1 HKLM "${GREENROOM_RUN}" "Greenroom"
    ${If} $R1 != ""
      WriteRegStr HKLM "${GREENROOM_RUN}" "Greenroom" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --hidden'
    ${EndIf}
  ${EndIf}

  WriteRegStr HKLM "${GREENROOM_SCHEME}" "" "URL:Greenroom"
  WriteRegStr HKLM "${GREENROOM_SCHEME}" "URL Protocol" ""
  WriteRegStr HKLM "${GREENROOM_SCHEME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'

  WriteRegStr HKLM "Software\Classes\${GREENROOM_FILE}" "" "Meeting invitation"
  WriteRegStr HKLM "Software\Classes\${GREENROOM_FILE}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr HKLM "Software\Classes\${GREENROOM_FILE}\shell\open" "" "Check with Greenroom"
  WriteRegStr HKLM "Software\Classes\${GREENROOM_FILE}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr HKLM "Software\Classes\.ics\OpenWithProgids" "${GREENROOM_FILE}" ""
  WriteRegStr HKLM "Software\Classes\.eml\OpenWithProgids" "${GREENROOM_FILE}" ""

  WriteRegExpandStr HKLM "${GREENROOM_LOG}" "EventMessageFile" "%SystemRoot%\System32\EventCreate.exe"
  WriteRegDWORD HKLM "${GREENROOM_LOG}" "CustomSource" 1
  WriteRegDWORD HKLM "${GREENROOM_LOG}" "TypesSupported" 7
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKLM "${GREENROOM_RUN}" "Greenroom"
    DeleteRegValue HKCU "${GREENROOM_RUN}" "${GREENROOM_LOGIN}"
    DeleteRegKey HKLM "${GREENROOM_LOG}"
  ${endIf}
  DeleteRegKey HKLM "${GREENROOM_SCHEME}"
  DeleteRegKey HKLM "Software\Classes\${GREENROOM_FILE}"
  DeleteRegValue HKLM "Software\Classes\.ics\OpenWithProgids" "${GREENROOM_FILE}"
  DeleteRegValue HKLM "Software\Classes\.eml\OpenWithProgids" "${GREENROOM_FILE}"
!macroend
