# Computers of which something is known to have been told wrongly, by name: $Scene.
$letters = { param($first, $second) "$([char]$first)$([char]$second)" }
$target = "HKLM\$cv\WindowsBackup\ScheduleParams\TargetDevice"
$store = "HKCU\$cv\CapabilityAccessManager\ConsentStore\webcam"

# The backup goes to E:, then called by one name of two letters; what is E: now has another name of two letters.
function Set-TwoNames {
  [Greenroom.Doubles.Registry]::Find($target).Values.Clear()
  Set-Value $target 'PresentableName' 'E:\'
  Set-Value $target 'Label' (& $letters 0x5907 0x4EFD)
  $global:Cim.MSFT_Volume[1] = [pscustomobject]@{ Path = '\\?\Volume{3f9d7c1e-0006-4b2c-8d3e-4f5061728394}\'; DriveLetter = [char]'E'; DriveType = [uint32]3; FileSystemLabel = (& $letters 0x7167 0x7247); FileSystem = 'NTFS'; Size = [uint64]2000363188224; SizeRemaining = [uint64]1000000000000 }
  $global:Cim.MSFT_Partition[2].AccessPaths = [string[]]('E:\', '\\?\Volume{3f9d7c1e-0006-4b2c-8d3e-4f5061728394}\')
  # A crash of one program left its note at the camera; another one whose name has as many letters runs.
  $note = "$store\NonPackaged\C:#Apps#$(& $letters 0x817E 0x8BAF).exe"
  Set-Value $note 'LastUsedTimeStart' ([long]134398090000000000)
  Set-Value $note 'LastUsedTimeStop' ([long]0)
  $running = & $letters 0x5FAE 0x4FE1
  $global:Cim.Win32_Process += New-Program 7200 5012 80000000 5000000 $started "C:\Apps\$running.exe" "$running.exe"
}

function Set-History($entries) {
  $global:History = $entries
  $global:Com['Microsoft.Update.Session'] = {
    [pscustomobject]@{} | Add-Member -PassThru ScriptMethod CreateUpdateSearcher {
      $it = [pscustomobject]@{ Online = $true }
      $it | Add-Member ScriptMethod GetTotalHistoryCount { $global:History.Count }
      $it | Add-Member ScriptMethod QueryHistory { param($from, $count) $global:History | Select-Object -First $count }
      $it | Add-Member ScriptMethod Search { [pscustomobject]@{ ResultCode = 2; Updates = @() } }
      $it
    }
  }
}
function New-Entry($title, $service, $date, $client = 'UpdateOrchestrator') {
  [pscustomobject]@{ Operation = 1; ResultCode = 2; Title = $title; Date = $date; ClientApplicationID = $client; ServiceID = $service; Categories = @() }
}
$windows = '7971f918-a847-4430-9279-4a52d1efe18d'
$cumulative = New-Entry '2026-11 Cumulative Update for Windows 11 (KB5099001)' $windows ([datetime]::new(2026, 11, 11, 6, 25, 39))

switch ($Scene) {
  'another drive of as many letters' { Set-TwoNames }
  'the drive itself' { Set-TwoNames; $global:Cim.MSFT_Volume[1].FileSystemLabel = & $letters 0x5907 0x4EFD }
  'a month of apps from the Store' { Set-History (@(foreach ($i in 1..240) { New-Entry "9WZDNCRFJ3PZ-Company Portal $i" '855e8a7c-ecb4-4ca3-b045-1dfa50104289' ([datetime]::new(2026, 11, 20, 8, 5, 0)) }) + $cumulative) }
  'a month of other updates' { Set-History (@(foreach ($i in 1..60) { New-Entry "Update for Microsoft Defender Antivirus - KB4052623 ($i)" $windows ([datetime]::new(2026, 11, 20)) }) + @(foreach ($i in 1..30) { New-Entry "Security Update for Microsoft Office $i" $windows ([datetime]::new(2026, 11, 21)) }) + (New-Entry 'no day' $windows $null) + $cumulative) }
  'no disk is listed' { Set-TwoNames; foreach ($class in 'MSFT_Disk', 'MSFT_Partition', 'MSFT_Volume', 'Win32_DiskDrive') { $global:Cim[$class] = @() } }
  'only the disks are not listed' { Set-TwoNames; $global:Cim.MSFT_Disk = @() }
  'a memory card built in' { $global:Cim.MSFT_Disk = @([pscustomobject]@{ Number = [uint32]0; BusType = [uint16]13; FriendlyName = 'eMMC'; Size = [uint64]64000000000; IsBoot = $null; IsSystem = $null; IsReadOnly = $false }) }
  'a list of updates that is refused' {
    $global:Com['Microsoft.Update.Session'] = {
      [pscustomobject]@{} | Add-Member -PassThru ScriptMethod CreateUpdateSearcher {
        $it = [pscustomobject]@{ Online = $true }
        $it | Add-Member ScriptMethod GetTotalHistoryCount { 0 }
        $it | Add-Member ScriptMethod Search { [pscustomobject]@{ ResultCode = 2 } | Add-Member -PassThru ScriptProperty Updates { throw [Greenroom.Doubles.Faults]::Com('800706ba') } }
        $it
      }
    }
  }
  'one consent is closed' { [Greenroom.Doubles.Registry]::Find("$store\MSTeams_8wekyb3d8bbwe").Closed = [Greenroom.Doubles.Faults]::Security() }
  'all consent is closed' { foreach ($hive in 'HKLM', 'HKCU') { foreach ($device in 'webcam', 'microphone') { [Greenroom.Doubles.Registry]::Find("$hive\$cv\CapabilityAccessManager\ConsentStore\$device").Closed = [Greenroom.Doubles.Faults]::Denied() } } }
  'one Uninstall root is closed' { [Greenroom.Doubles.Registry]::Find('HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall').Closed = [Greenroom.Doubles.Faults]::Security() }
  'a browser is closed' { [Greenroom.Doubles.Registry]::Find('HKCU\Software\Google\Chrome\BLBeacon').Closed = [Greenroom.Doubles.Faults]::Security() }
  'a cloud account is closed' { [Greenroom.Doubles.Registry]::Find('HKCU\Software\Microsoft\OneDrive\Accounts\Personal').Closed = [Greenroom.Doubles.Faults]::Security() }
  'no job of Veeam has finished' { $global:Faults['Get-WinEvent'] = { New-Fault ([Exception]::new('No events were found')) 'NoMatchingEventsFound' } }
  'programs without times' { $global:Cim.Win32_Process[1].CreationDate = [datetime]::new(1600, 12, 31); $global:Cim.Win32_Process[3].CreationDate = '20261122083002.000000+060'; $global:Cim.Win32_Process[4].KernelModeTime = $null; $global:Cim.Win32_Process[4].UserModeTime = $null }
  'an odd state of encryption' { $global:Com['Shell.Application'] = { [pscustomobject]@{} | Add-Member -PassThru ScriptMethod NameSpace { param($root) [pscustomobject]@{ Self = ([pscustomobject]@{ root = $root } | Add-Member -PassThru ScriptMethod ExtendedProperty { param($n) if ($this.root -eq 'C:\') { 1 } else { '' } }) } } } }
  'policy' {
    $top = 'HKLM\Software\Policies\Greenroom'
    Set-Value $top 'Text' "Caf$([char]0xE9) $([char]::ConvertFromUtf32(0x1F3A7)) ""q"" \ 'a' <b>"
    Set-Value $top 'Number' 1
    Set-Value $top 'Big' (-1)
    Set-Value $top 'List' ([string[]]('one', "tw$([char]0xF6)"))
    Set-Value $top 'Single' ([string[]]('only'))
    Set-Value $top 'None' ([string[]]@())
    Set-Value $top 'Binary' ([byte[]](1, 2, 3))
    Set-Value $top 'Quad' ([long]5)
    Set-Value "$top\Checks\firewall" 'level' 'off'
  }
  'signed' { $global:Signature = [pscustomobject]@{ Status = 0; SignerCertificate = [pscustomobject]@{ Subject = 'CN="Zoom Communications, Inc.", O="Zoom Communications, Inc.", L=San Jose, C=US' } } }
  { $_ -like 'hangs: *' } { $global:Faults[($Scene -replace '^hangs: ', '')] = { Start-Sleep -Seconds 600 } }
}
if ($Scene -like 'Outlook*') { . "$PSScriptRoot/outlook.ps1" }
