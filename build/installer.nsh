; Owns what the Windows installer does beside copying: a start at login for all accounts only when asked for (/AUTOSTART),
; bin\greenroom.exe on PATH, one name for the shortcut and the notices,
; greenroom: links, .ics and .eml under "Open with" without taking them over, and the name under which results may be written to the event log.

!define GREENROOM_RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define GREENROOM_LOG "SYSTEM\CurrentControlSet\Services\EventLog\Application\Greenroom"
!define GREENROOM_FILE "Greenroom.Invitation"
!define GREENROOM_SCHEME "Software\Classes\greenroom"
; What Electron calls the start at login that a person switched on in the program.
!define GREENROOM_LOGIN "org.greenroom.Greenroom"

; The folder and the uninstaller are called after the program, as the MSI's are; electron-builder would call them after its file.
!ifdef APP_FILENAME
  !undef APP_FILENAME
  !define APP_FILENAME "Greenroom"
!endif
!macro customHeader
  !undef UNINSTALL_FILENAME
  !define UNINSTALL_FILENAME "Uninstall Greenroom.exe"
!macroend

!define GREENROOM_UPDATER "greenroom-updater"

; electron/main/windows-identity.ts
!define GREENROOM_ACTIVATOR "{0372D455-4FA9-4451-BF17-A4B7F1434E62}"
!define GREENROOM_ENVIRONMENT "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
!define GREENROOM_PROFILES "SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
!define GREENROOM_LINK "AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Greenroom.lnk"

; Takes our folder out of PATH and, where ADD is 1, puts it at the end. In memory of its own: NSIS would cut a long PATH.
!macro greenroomPath ADD
  System::Store S
  System::Call 'advapi32::RegOpenKeyExW(p 0x80000002, w "${GREENROOM_ENVIRONMENT}", i 0, i 0x2001F, *p .r1) i .r0'
  ${If} $0 = 0
    System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r2, p 0, *i .r3) i .r0'
    ${If} $0 = 0
      IntOp $3 $3 + 4096
      System::Alloc $3
      Pop $4
      System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r2, p r4, *i r3) i .r0'
      StrCpy $5 ";$INSTDIR\bin"
      StrLen $9 $5
      IntOp $9 $9 * 2
      StrCpy $6 $4
      ${Do}
        System::Call 'shlwapi::StrStrIW(p r6, w r5) p .r6'
        ${If} $6 == 0
          ${ExitDo}
        ${EndIf}
        ; Ours ends there, and is not the beginning of another folder's name.
        IntPtrOp $7 $6 + $9
        System::Call '*$7(&i2 .r8)'
        ${If} $8 = 0
        ${OrIf} $8 = 59
          System::Call 'kernel32::lstrlenW(p r7) i .r8'
          IntOp $8 $8 * 2
          IntOp $8 $8 + 2
          System::Call 'kernel32::RtlMoveMemory(p r6, p r7, p r8)'
        ${Else}
          StrCpy $6 $7
        ${EndIf}
      ${Loop}
      ${If} ${ADD} = 1
        System::Call 'kernel32::lstrcatW(p r4, w r5)'
      ${EndIf}
      System::Call 'kernel32::lstrlenW(p r4) i .r8'
      IntOp $8 $8 * 2
      IntOp $8 $8 + 2
      System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r2, p r4, i r8)'
      System::Free $4
      SendMessage 0xFFFF 0x1A 0 "STR:Environment" /TIMEOUT=5000
    ${EndIf}
    System::Call 'advapi32::RegCloseKey(p r1)'
  ${EndIf}
  System::Store L
!macroend

; What a person does to a notice goes by this property of the shortcut; electron-builder sets only its AppUserModelID.
!macro greenroomActivator LINK
  System::Store S
  System::Call 'ole32::CoCreateInstance(g "{00021401-0000-0000-C000-000000000046}", p 0, i 1, g "{0000010B-0000-0000-C000-000000000046}", *p .r1) i .r0'
  ${If} $0 = 0
    ; IPersistFile: 5 Load, 6 Save. IPropertyStore: 6 SetValue, 7 Commit. All: 0 QueryInterface, 2 Release.
    System::Call '$1->5(w "${LINK}", i 2) i .r0'
    ${If} $0 = 0
      System::Call '$1->0(g "{886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99}", *p .r2) i .r0'
      ${If} $0 = 0
        System::Call '*(&g16 "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}", &i4 26) p .r3'
        System::Call '*(&g16 "${GREENROOM_ACTIVATOR}") p .r4'
        System::Call '*(&i2 72, &i2 0, &i4 0, p r4, p 0) p .r5'
        System::Call '$2->6(p r3, p r5) i .r0'
        System::Call '$2->7() i .r0'
        System::Free $5
        System::Free $4
        System::Free $3
        System::Call '$2->2()'
        System::Call '$1->6(w "${LINK}", i 1) i .r0'
      ${EndIf}
    ${EndIf}
    System::Call '$1->2()'
  ${EndIf}
  System::Store L
!macroend

!macro customInstall
  ; electron-builder keeps a copy of the whole installer in the profile, for an updater that Greenroom does not have.
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${GREENROOM_UPDATER}"
  SetShellVarContext all
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

  !insertmacro greenroomActivator "$newStartMenuLink"
  !insertmacro greenroomPath 1
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKLM "${GREENROOM_RUN}" "Greenroom"
    DeleteRegValue HKCU "${GREENROOM_RUN}" "${GREENROOM_LOGIN}"
    DeleteRegKey HKLM "${GREENROOM_LOG}"
    ; The shortcut and the class that Electron writes for each account that is shown a notice.
    StrCpy $R0 0
    ${Do}
      EnumRegKey $R1 HKLM "${GREENROOM_PROFILES}" $R0
      ${If} $R1 == ""
        ${ExitDo}
      ${EndIf}
      ReadRegStr $R2 HKLM "${GREENROOM_PROFILES}\$R1" "ProfileImagePath"
      ExpandEnvStrings $R2 $R2
      ${If} $R2 != ""
        Delete "$R2\${GREENROOM_LINK}"
      ${EndIf}
      ; Accounts that are not signed in cannot be reached; in those a class that names no file is left.
      StrCpy $R2 "_Classes\CLSID\${GREENROOM_ACTIVATOR}"
      DeleteRegKey HKU "$R1$R2"
      IntOp $R0 $R0 + 1
    ${Loop}
  ${endIf}
  DeleteRegValue HKLM "Software\Classes\.ics\OpenWithProgids" "${GREENROOM_FILE}"
  DeleteRegValue HKLM "Software\Classes\.eml\OpenWithProgids" "${GREENROOM_FILE}"
  DeleteRegKey HKLM "Software\Classes\${GREENROOM_FILE}"
  DeleteRegKey HKLM "${GREENROOM_SCHEME}"
  !insertmacro greenroomPath 0
!macroend
