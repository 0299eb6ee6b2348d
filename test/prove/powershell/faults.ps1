# Every way in which a part of Windows may fail, one case each; Invoke-Case runs the scripts once for each.
$errorsOfCim = [ordered]@{
  'denied (HRESULT 0x80041003)' = { New-CimFault 'HRESULT 0x80041003' }
  'denied (MI RESULT 2)' = { New-CimFault 'MI RESULT 2' 'Access to a CIM resource was not available to the client.' }
  'denied (HRESULT 0x80070005)' = { New-CimFault 'HRESULT 0x80070005' }
  'UnauthorizedAccessException' = { New-Fault ([Greenroom.Doubles.Faults]::Denied()) 'System.UnauthorizedAccessException' }
  'no such class (HRESULT 0x80041010)' = { New-CimFault 'HRESULT 0x80041010' }
  'no such class (MI RESULT 5)' = { New-CimFault 'MI RESULT 5' }
  'no such namespace (MI RESULT 3)' = { New-CimFault 'MI RESULT 3' }
  'WMI switched off (HRESULT 0x80070422)' = { New-CimFault 'HRESULT 0x80070422' }
  'RPC (HRESULT 0x800706ba)' = { New-CimFault 'HRESULT 0x800706ba' }
  'provider failed (HRESULT 0x80041004)' = { New-CimFault 'HRESULT 0x80041004' }
  'cmdlet missing' = { throw [Management.Automation.CommandNotFoundException]::new('The term Get-CimInstance is not recognized') }
  'nothing' = { }
  'null' = { , $null }
  'empty object' = { [pscustomobject]@{ Other = 1 } }
}
$classes = 'Win32_Process', 'MSFT_Disk', 'MSFT_Partition', 'MSFT_Volume', 'AntivirusProduct', 'FirewallProduct', 'Win32_ComputerSystem', 'Win32_Battery', 'Win32_OperatingSystem', 'Win32_PnPEntity'
foreach ($class in $classes) { foreach ($kind in $errorsOfCim.Keys) { Invoke-Case "$class | $kind" { $global:Faults["Get-CimInstance $class"] = $errorsOfCim[$kind] } } }
foreach ($kind in $errorsOfCim.Keys) { Invoke-Case "all of CIM | $kind" { $global:Faults['Get-CimInstance'] = $errorsOfCim[$kind] } }
foreach ($kind in $errorsOfCim.Keys) { Invoke-Case "Win32_DiskDrive after MSFT_Disk | $kind" { $global:Faults['Get-CimInstance MSFT_Disk'] = $errorsOfCim['denied (MI RESULT 2)']; $global:Faults['Get-CimInstance Win32_DiskDrive'] = $errorsOfCim[$kind] } }
Invoke-Case 'older drives work' { $global:Faults['Get-CimInstance MSFT_Disk'] = $errorsOfCim['denied (MI RESULT 2)'] }
Invoke-Case 'older drives | link denied' { $global:Faults['Get-CimInstance MSFT_Disk'] = $errorsOfCim['denied (MI RESULT 2)']; $global:Faults['Get-CimAssociatedInstance'] = $errorsOfCim['denied (HRESULT 0x80041003)'] }
Invoke-Case 'older drives | link gives nothing' { $global:Faults['Get-CimInstance MSFT_Disk'] = $errorsOfCim['denied (MI RESULT 2)']; $global:Faults['Get-CimAssociatedInstance Win32_DiskPartition'] = $errorsOfCim['nothing'] }
Invoke-Case 'MSFT_Disk | partly: one disk, then denied' { $global:Faults['Get-CimInstance MSFT_Disk'] = { $global:Cim.MSFT_Disk[0]; throw (New-CimFault 'MI RESULT 2') } }
Invoke-Case 'MSFT_Disk | without IsBoot, IsSystem, IsReadOnly' { $global:Cim.MSFT_Disk = @($global:Cim.MSFT_Disk | Select-Object Number, BusType, FriendlyName, Size) }
Invoke-Case 'MSFT_Disk | BusType null' { $global:Cim.MSFT_Disk[1].BusType = $null }
Invoke-Case 'MSFT_Disk | Number null' { $global:Cim.MSFT_Disk[1].Number = $null }
Invoke-Case 'MSFT_Partition | DiskNumber null' { $global:Cim.MSFT_Partition[2].DiskNumber = $null }
Invoke-Case 'MSFT_Volume | DriveType null' { $global:Cim.MSFT_Volume[1].DriveType = $null }
Invoke-Case 'Win32_Process | one CreationDate before 1601' { $global:Cim.Win32_Process[1].CreationDate = [datetime]::new(1600, 12, 31) }
Invoke-Case 'Win32_Process | one CreationDate as text' { $global:Cim.Win32_Process[1].CreationDate = '20261122083002.000000+060' }
Invoke-Case 'Win32_Process | one without any name' { $global:Cim.Win32_Process[1].Name = $null }
Invoke-Case 'Win32_Process | times null' { $global:Cim.Win32_Process[1].KernelModeTime = $null; $global:Cim.Win32_Process[1].UserModeTime = $null }
Invoke-Case 'Win32_Process | single' { $global:Cim.Win32_Process = @($global:Cim.Win32_Process[2]) }
Invoke-Case 'Win32_Process | times near the top' { $global:Cim.Win32_Process[0].KernelModeTime = [uint64]::MaxValue; $global:Cim.Win32_Process[0].UserModeTime = [uint64]5 }
Invoke-Case 'Win32_Battery | two' { $global:Cim.Win32_Battery = @($global:Cim.Win32_Battery, $global:Cim.Win32_Battery) }
Invoke-Case 'Win32_ComputerSystem | two' { $global:Cim.Win32_ComputerSystem = @($global:Cim.Win32_ComputerSystem, $global:Cim.Win32_ComputerSystem) }
Invoke-Case 'Win32_OperatingSystem | two' { $global:Cim.Win32_OperatingSystem = @($global:Cim.Win32_OperatingSystem, $global:Cim.Win32_OperatingSystem) }

$errorsOfCom = [ordered]@{
  'not registered' = { New-Fault ([Greenroom.Doubles.Faults]::Com('80040154')) 'NoCOMClassIdentified' }
  'denied' = { New-Fault ([Greenroom.Doubles.Faults]::Denied()) 'System.UnauthorizedAccessException' }
  'nothing' = { }
}
foreach ($id in 'Shell.Application', 'Microsoft.Update.SystemInfo', 'Microsoft.Update.AutoUpdate', 'Microsoft.Update.Session') {
  foreach ($kind in $errorsOfCom.Keys) { Invoke-Case "$id | $kind" { $global:Faults["New-Object $id"] = $errorsOfCom[$kind] } }
  foreach ($hr in '80240438', '800706ba', '80070422', '8024001e', '80070005', '8024000c', '80080005', '8024402c') { Invoke-Case "$id | call throws $hr" { $global:Com[$id] = { [Greenroom.Doubles.Thrower]::new([Greenroom.Doubles.Faults]::Com($hr)) } } }
}
Invoke-Case 'updates | Search throws 80240438' {
  $global:Com['Microsoft.Update.Session'] = { [pscustomobject]@{} | Add-Member -PassThru ScriptMethod CreateUpdateSearcher { $it = [pscustomobject]@{ Online = $true }; $it | Add-Member ScriptMethod Search { throw [Greenroom.Doubles.Faults]::Com('80240438') }; $it | Add-Member ScriptMethod GetTotalHistoryCount { 0 }; $it } }
}
Invoke-Case 'updates | no updates, history of one, empty members' {
  $global:Com['Microsoft.Update.Session'] = { [pscustomobject]@{} | Add-Member -PassThru ScriptMethod CreateUpdateSearcher { $it = [pscustomobject]@{ Online = $true }; $it | Add-Member ScriptMethod Search { [pscustomobject]@{ ResultCode = 2; Updates = @() } }; $it | Add-Member ScriptMethod GetTotalHistoryCount { 1 }; $it | Add-Member ScriptMethod QueryHistory { param($a, $b) , @([pscustomobject]@{ Operation = 1; ResultCode = 2; Title = $null; Date = $null; Categories = $null }) }; $it } }
}
Invoke-Case 'updateDates | never searched (null)' { $global:Com['Microsoft.Update.AutoUpdate'] = { [pscustomobject]@{ Settings = [pscustomobject]@{ NotificationLevel = 0 }; Results = [pscustomobject]@{ LastSearchSuccessDate = $null } } } }
Invoke-Case 'updateDates | empty COM date' { $global:Com['Microsoft.Update.AutoUpdate'] = { [pscustomobject]@{ Settings = [pscustomobject]@{ NotificationLevel = 0 }; Results = [pscustomobject]@{ LastSearchSuccessDate = [datetime]::new(1601, 1, 1) } } } }
Invoke-Case 'encryption | property is an empty text' { $global:Com['Shell.Application'] = { [pscustomobject]@{} | Add-Member -PassThru ScriptMethod NameSpace { [pscustomobject]@{ Self = ([pscustomobject]@{} | Add-Member -PassThru ScriptMethod ExtendedProperty { '' }) } } } }
Invoke-Case 'encryption | NameSpace gives null' { $global:Com['Shell.Application'] = { [pscustomobject]@{} | Add-Member -PassThru ScriptMethod NameSpace { $null } } }
Invoke-Case 'encryption | no drives' { [Greenroom.Doubles.Drive]::All.Clear() }
Invoke-Case 'encryption | GetDrives throws' { [Greenroom.Doubles.Drive]::Fault = [Greenroom.Doubles.Faults]::Denied() }
Invoke-Case 'network | none' { [Greenroom.Doubles.Card]::All.Clear() }
Invoke-Case 'network | throws' { [Greenroom.Doubles.Card]::Fault = [Net.NetworkInformation.NetworkInformationException]::new(8) }
Invoke-Case 'network | one' { [Greenroom.Doubles.Card]::All.RemoveRange(1, 2) }

foreach ($kind in 'Denied', 'Security', 'Marked') { Invoke-Case "registry | every key $kind" { [Greenroom.Doubles.Registry]::OpenFault = [Greenroom.Doubles.Faults]::$kind() } }
Invoke-Case 'registry | one uninstall entry closed' { [Greenroom.Doubles.Registry]::Find("HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZoomUMX").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | one uninstall entry deleted while it is read' { [Greenroom.Doubles.Registry]::Find("HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZoomUMX").Broken = [Greenroom.Doubles.Faults]::Marked() }
Invoke-Case 'registry | HKCU uninstall root closed' { [Greenroom.Doubles.Registry]::Find("HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | Chrome key closed' { [Greenroom.Doubles.Registry]::Find("HKCU\Software\Google\Chrome\BLBeacon").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | WindowsBackup closed' { [Greenroom.Doubles.Registry]::Find("HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsBackup").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | OneDrive account closed' { [Greenroom.Doubles.Registry]::Find("HKCU\Software\Microsoft\OneDrive\Accounts\Personal").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | one consent entry closed' { [Greenroom.Doubles.Registry]::Find("HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam\MSTeams_8wekyb3d8bbwe").Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | empty' { [Greenroom.Doubles.Registry]::Clear() }
Invoke-Case 'registry | MpsSvc closed' { [Greenroom.Doubles.Registry]::Find('HKLM\SYSTEM\CurrentControlSet\Services\MpsSvc').Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | UX Settings closed' { [Greenroom.Doubles.Registry]::Find('HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings').Closed = [Greenroom.Doubles.Faults]::Security() }
Invoke-Case 'registry | policy of fDenyTSConnections as text' { Set-Value 'HKLM\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections' '0' }

$errorsOfLog = [ordered]@{
  'no such events' = { New-Fault ([Exception]::new('No events were found')) 'NoMatchingEventsFound' }
  'denied' = { New-Fault ([Greenroom.Doubles.Faults]::Denied()) 'System.UnauthorizedAccessException' }
  'one' = { [pscustomobject]@{ Level = [byte]4; TimeCreated = [datetime]::SpecifyKind([datetime]::new(2026, 3, 21), 'Local') } }
  'one without a time' = { [pscustomobject]@{ Level = [byte]4; TimeCreated = $null } }
  'nothing' = { }
}
foreach ($kind in $errorsOfLog.Keys) { Invoke-Case "Get-WinEvent | $kind" { $global:Faults['Get-WinEvent'] = $errorsOfLog[$kind] } }
