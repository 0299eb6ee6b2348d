# Reads what Greenroom wants to know of Windows, as the person who runs it. It changes nothing and asks no network.
# Every section prints one line of plain ASCII JSON that ends with its name, as soon as it is known, quick ones first.
# Nothing is put into this text when it runs. Comments and indentation are left out when it is handed over.
$ProgressPreference = 'SilentlyContinue'
$ErrorActionPreference = 'Stop'
# Organisations can restrict PowerShell to its own commands; the registry and CIM then still answer, COM does not.
$full = "$($ExecutionContext.SessionState.LanguageMode)" -eq 'FullLanguage'
$current = 'SOFTWARE\Microsoft\Windows\CurrentVersion'

function Write-Section($name, $read) {
  try {
    $json = ConvertTo-Json -InputObject ([ordered]@{ value = (& $read); section = $name }) -Compress -Depth 6
  } catch {
    $e = $_.Exception
    while ($e.InnerException) { $e = $e.InnerException }
    $problem = [ordered]@{ id = "$($_.FullyQualifiedErrorId)"; code = '0x{0:x8}' -f $e.HResult }
    $json = ConvertTo-Json -InputObject ([ordered]@{ error = $problem; section = $name }) -Compress
  }
  # The console's code page must not matter, so nothing but ASCII leaves here.
  if ($full) {
    [Console]::Out.WriteLine([regex]::Replace($json, '[^ -~]', { param($m) '\u{0:x4}' -f [int][char]$m.Value }))
  } else {
    $json -replace '[^ -~]', '?'
  }
}

# An empty result of a function turns into {} in JSON, so what is not there is always written as $null.
function Open-Key($path) {
  $hive = [Microsoft.Win32.Registry]::CurrentUser
  if ($path.StartsWith('HKLM\')) { $hive = [Microsoft.Win32.Registry]::LocalMachine }
  return $hive.OpenSubKey($path.Substring(5))
}

function Get-Values($path, $names) {
  $found = [ordered]@{}
  if ($full) {
    $key = Open-Key $path
    if ($null -eq $key) { return $null }
    foreach ($n in $names) { $v = $key.GetValue($n); if ($null -ne $v) { $found[$n] = "$v" } }
    $key.Close()
  } else {
    if (-not (Test-Path -LiteralPath "Registry::$path")) { return $null }
    $item = Get-ItemProperty -LiteralPath "Registry::$path"
    foreach ($n in $names) { $v = $item.$n; if ($null -ne $v) { $found[$n] = "$v" } }
  }
  return $found
}

function Get-Names($path) {
  if ($full) {
    $key = Open-Key $path
    if ($null -ne $key) { $key.GetSubKeyNames(); $key.Close() }
  } elseif (Test-Path -LiteralPath "Registry::$path") {
    Get-ChildItem -LiteralPath "Registry::$path" -Name | ForEach-Object { "$_" }
  }
}

function Get-Value($path, $name) {
  $v = Get-Values $path $name
  if ($null -eq $v) { return $null }
  return $v[$name]
}

# Number, parent, time used, start and file of everything that runs; only the name where this account may not see the file.
function Get-Programs {
  foreach ($p in (Get-CimInstance Win32_Process -Property ('ProcessId', 'ParentProcessId', 'KernelModeTime', 'UserModeTime', 'CreationDate', 'ExecutablePath', 'Name'))) {
    $file = $p.ExecutablePath
    if (-not $file) { $file = $p.Name }
    $start = $p.CreationDate
    if ($start) { $start = $start.ToFileTimeUtc() }
    "$($p.ProcessId)|$($p.ParentProcessId)|$($p.KernelModeTime + $p.UserModeTime)|$start|$file"
  }
}

Write-Section 'system' {
  $nt = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $esu = 'ESUEligibility', 'ESUEligibilityResult'
  [ordered]@{
    version = Get-Values "HKLM\$nt" ('CurrentBuildNumber', 'UBR', 'DisplayVersion', 'ReleaseId', 'EditionID', 'InstallationType')
    userExtension = Get-Values "HKCU\$nt\Windows\ConsumerESU" $esu
    machineExtension = Get-Values "HKLM\$nt\Windows\ConsumerESU" $esu
    boughtExtension = Get-Values "HKLM\$nt\SoftwareProtectionPlatform\ESU" 'Win10CommercialW365ESUEligible'
  }
}

Write-Section 'packages' {
  $names = @(Get-Names "HKCU\Software\Classes\Local Settings\$current\AppModel\Repository\Packages")
  [ordered]@{ names = $names }
}

Write-Section 'apps' {
  $uninstall = 'Microsoft\Windows\CurrentVersion\Uninstall'
  $unread = 0
  $entries = @(foreach ($root in "HKLM\SOFTWARE\$uninstall", "HKLM\SOFTWARE\WOW6432Node\$uninstall", "HKCU\Software\$uninstall", "HKCU\Software\WOW6432Node\$uninstall") {
    foreach ($key in (Get-Names $root)) {
      try {
        $v = Get-Values "$root\$key" ('DisplayName', 'DisplayVersion', 'Publisher')
        if ($v -and $v['DisplayName']) {
          [ordered]@{ key = "$root\$key"; name = $v['DisplayName']; version = $v['DisplayVersion']; publisher = $v['Publisher'] }
        }
      } catch { $unread++ }
    }
  })
  $update = 'Clients\{56EB18F8-B008-4CBD-B6D2-8C97FE7E9062}'
  $brave = 'BraveSoftware\Update\Clients\{AFE6A462-C574-4B8A-AF43-4CC60DF4563B}'
  $places = @(
    ("HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\$update", 'pv'),
    ("HKLM\SOFTWARE\Microsoft\EdgeUpdate\$update", 'pv'),
    ("HKLM\SOFTWARE\WOW6432Node\$brave", 'pv'),
    ("HKLM\SOFTWARE\$brave", 'pv'),
    ('HKCU\Software\Google\Chrome\BLBeacon', 'version'),
    ('HKLM\SOFTWARE\Mozilla\Mozilla Firefox', 'CurrentVersion')
  )
  $values = @(foreach ($place in $places) {
    [ordered]@{ key = $place[0]; name = $place[1]; value = Get-Value $place[0] $place[1] }
  })
  [ordered]@{ entries = $entries; unread = $unread; values = $values }
}

Write-Section 'backup' {
  $accounts = 'HKCU\Software\Microsoft\OneDrive\Accounts'
  $backup = "HKLM\$current\WindowsBackup"
  $target = $null
  $status = $null
  # Where these are closed to an ordinary account, the rest still tells.
  try { $target = Get-Values "$backup\ScheduleParams\TargetDevice" ('PresentableName', 'Label', 'UniqueName') } catch { $target = [ordered]@{ closed = $true } }
  try { $status = Get-Values "$backup\Status" ('LastSuccess', 'LastResultTime') } catch { $status = $null }
  [ordered]@{
    fileHistory = Get-Values "HKCU\$current\FileHistory" 'ProtectedUpToTime'
    historyService = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Services\fhsvc' 'Start'
    historyPolicy = Get-Value 'HKLM\SOFTWARE\Policies\Microsoft\Windows\FileHistory' 'Disabled'
    windowsBackup = $target
    windowsStatus = $status
    oneDrive = @(foreach ($name in (Get-Names $accounts)) {
      [ordered]@{ account = $name; folders = Get-Value "$accounts\$name" 'KfmFoldersProtectedNow' }
    })
  }
}

Write-Section 'firewall' {
  $rules = 'HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy'
  [ordered]@{
    service = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Services\MpsSvc' 'Start'
    profiles = @(foreach ($name in 'Domain', 'Private', 'Standard', 'Public') {
      [ordered]@{
        name = $name
        local = Get-Value "$rules\${name}Profile" 'EnableFirewall'
        managed = Get-Value "$rules\Mdm\${name}Profile" 'EnableFirewall'
        policy = Get-Value "HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall\${name}Profile" 'EnableFirewall'
      }
    })
  }
}

Write-Section 'desktop' {
  $saver = 'ScreenSaveActive', 'ScreenSaverIsSecure', 'ScreenSaveTimeOut', 'SCRNSAVE.EXE'
  [ordered]@{
    saver = Get-Values 'HKCU\Control Panel\Desktop' $saver
    saverPolicy = Get-Values 'HKCU\Software\Policies\Microsoft\Windows\Control Panel\Desktop' $saver
    lockAfter = Get-Value "HKLM\$current\Policies\System" 'InactivityTimeoutSecs'
    notifications = Get-Value "HKCU\$current\PushNotifications" 'ToastEnabled'
  }
}

Write-Section 'remote' {
  $volatile = 'HKCU\Volatile Environment'
  [ordered]@{
    denied = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections'
    policy = Get-Value 'HKLM\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections'
    sessions = @(foreach ($id in (Get-Names $volatile)) { "$(Get-Value "$volatile\$id" 'SESSIONNAME')" })
  }
}

Write-Section 'consent' {
  $unread = 0
  $rows = @(foreach ($hive in 'HKLM', 'HKCU') {
    foreach ($device in 'webcam', 'microphone') {
      $root = "$hive\$current\CapabilityAccessManager\ConsentStore\$device"
      foreach ($place in $root, "$root\NonPackaged") {
        try {
          foreach ($key in @($place) + @(Get-Names $place | ForEach-Object { "$place\$_" })) {
            $v = Get-Values $key ('Value', 'LastUsedTimeStart', 'LastUsedTimeStop')
            if ($v) { $v['key'] = $key; $v }
          }
        } catch { $unread++ }
      }
    }
  })
  [ordered]@{ rows = $rows; unread = $unread }
}

Write-Section 'network' {
  [ordered]@{
    cards = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() | ForEach-Object {
      [ordered]@{ kind = [int]$_.NetworkInterfaceType; state = [int]$_.OperationalStatus }
    })
  }
}

# What runs is looked at twice; the work of the sections between them is the moment in which it is watched.
Write-Section 'programs' {
  [ordered]@{ self = $PID; running = @(Get-Programs) }
}

Write-Section 'drives' {
  $storage = 'root/Microsoft/Windows/Storage'
  try {
    [ordered]@{
      disks = @(Get-CimInstance -Namespace $storage -ClassName MSFT_Disk | ForEach-Object {
        [ordered]@{ number = $_.Number; bus = [int]$_.BusType; name = "$($_.FriendlyName)"; size = $_.Size; system = [bool]($_.IsBoot -or $_.IsSystem); readOnly = $_.IsReadOnly }
      })
      partitions = @(Get-CimInstance -Namespace $storage -ClassName MSFT_Partition | ForEach-Object {
        [ordered]@{ disk = $_.DiskNumber; paths = @($_.AccessPaths | Where-Object { $_ }) }
      })
      volumes = @(Get-CimInstance -Namespace $storage -ClassName MSFT_Volume | ForEach-Object {
        [ordered]@{ path = "$($_.Path)"; letter = "$($_.DriveLetter)"; type = [int]$_.DriveType; label = "$($_.FileSystemLabel)"; fileSystem = "$($_.FileSystem)"; size = $_.Size; free = $_.SizeRemaining }
      })
    }
  } catch {
    # Some accounts are kept from the storage classes. The older ones show a UASP disk as SCSI, like an internal one.
    [ordered]@{
      older = @(Get-CimInstance -ClassName Win32_DiskDrive | ForEach-Object {
        $usb = ($_.InterfaceType -eq 'USB') -or ($_.PNPDeviceID -like 'USBSTOR\*')
        $volumes = @()
        if ($usb) {
          $volumes = @($_ | Get-CimAssociatedInstance -ResultClassName Win32_DiskPartition |
            Get-CimAssociatedInstance -ResultClassName Win32_LogicalDisk | ForEach-Object {
              [ordered]@{ letter = "$($_.DeviceID)"; label = "$($_.VolumeName)"; serial = "$($_.VolumeSerialNumber)"; fileSystem = "$($_.FileSystem)"; size = $_.Size; free = $_.FreeSpace }
            })
        }
        [ordered]@{ name = "$($_.Model)"; usb = $usb; volumes = $volumes }
      })
    }
  }
}

# Veeam keeps a log of its own in which every finished job is event 190; without one there is nothing to ask.
Write-Section 'veeam' {
  $jobs = @()
  if ($null -ne (Get-Values 'HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Veeam Agent')) {
    $jobs = @(Get-WinEvent -FilterHashtable @{ LogName = 'Veeam Agent'; Id = 190 } -MaxEvents 50 | ForEach-Object {
      [ordered]@{ level = [int]$_.Level; at = $_.TimeCreated.ToUniversalTime().ToString('s') }
    })
  }
  [ordered]@{ jobs = $jobs }
}

Write-Section 'encryption' {
  $shell = New-Object -ComObject Shell.Application
  [ordered]@{
    volumes = @(foreach ($drive in [IO.DriveInfo]::GetDrives()) {
      if ("$($drive.DriveType)" -in 'Fixed', 'Removable') {
        $state = $null
        # A card reader without a card must not ask for one; a locked hard disk is not ready, but can be asked.
        try { if ("$($drive.DriveType)" -eq 'Fixed' -or $drive.IsReady) { $state = $shell.NameSpace($drive.Name).Self.ExtendedProperty('System.Volume.BitLockerProtection') } } catch { $state = $null }
        [ordered]@{ root = $drive.Name; state = $state }
      }
    })
  }
}

Write-Section 'scanners' {
  $found = [ordered]@{}
  foreach ($kind in 'Antivirus', 'Firewall') {
    $found[$kind] = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName "${kind}Product" | ForEach-Object {
      [ordered]@{ name = "$($_.displayName)"; state = $_.productState }
    })
  }
  $found
}

Write-Section 'battery' {
  [ordered]@{
    kind = (Get-CimInstance Win32_ComputerSystem -Property PCSystemType).PCSystemType
    batteries = @(Get-CimInstance Win32_Battery | ForEach-Object {
      [ordered]@{ state = $_.BatteryStatus; percent = $_.EstimatedChargeRemaining; minutes = $_.EstimatedRunTime }
    })
  }
}

Write-Section 'activity' {
  $memory = Get-CimInstance Win32_OperatingSystem -Property ('FreePhysicalMemory', 'TotalVisibleMemorySize')
  [ordered]@{ running = @(Get-Programs); free = $memory.FreePhysicalMemory; total = $memory.TotalVisibleMemorySize }
}

Write-Section 'updateSettings' {
  $policy = 'HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
  $pending = $null
  $level = $null
  # The registry answers also where the objects of Windows Update do not.
  try { $pending = (New-Object -ComObject Microsoft.Update.SystemInfo).RebootRequired } catch { $pending = $null }
  try { $level = (New-Object -ComObject Microsoft.Update.AutoUpdate).Settings.NotificationLevel } catch { $level = $null }
  [ordered]@{
    pending = $pending
    pendingUpdate = Get-Values "HKLM\$current\WindowsUpdate\Auto Update\RebootRequired"
    pendingPart = Get-Values "HKLM\$current\Component Based Servicing\RebootPending"
    hours = Get-Values 'HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings' ('ActiveHoursStart', 'ActiveHoursEnd', 'SmartActiveHoursState', 'PauseUpdatesExpiryTime')
    hoursPolicy = Get-Values $policy ('SetActiveHours', 'ActiveHoursStart', 'ActiveHoursEnd')
    level = $level
    policy = Get-Values "$policy\AU" ('NoAutoUpdate', 'AUOptions')
    service = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Services\wuauserv' 'Start'
    now = (Get-Date).ToUniversalTime().ToString('s')
  }
}

Write-Section 'updateDates' {
  $results = (New-Object -ComObject Microsoft.Update.AutoUpdate).Results
  $searched = $results.LastSearchSuccessDate
  # COM gives UTC without saying so; the sortable form is the same in every culture and calendar.
  if ($null -ne $searched) { $searched = $searched.ToString('s') }
  [ordered]@{ searched = $searched }
}

Write-Section 'updateHistory' {
  $searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
  $count = $searcher.GetTotalHistoryCount()
  $left = 20
  $entries = @(if ($count -gt 0) {
    foreach ($h in $searcher.QueryHistory(0, [Math]::Min($count, 200))) {
      # Installed with success, and not one of the virus signatures that come every day.
      if ($left -gt 0 -and $h.Operation -eq 1 -and $h.ResultCode -eq 2 -and $h.Title -notlike '*KB2267602*') {
        $left--
        $categories = @(foreach ($c in $h.Categories) { "$($c.CategoryID)" })
        [ordered]@{ date = $h.Date.ToString('s'); title = "$($h.Title)"; client = "$($h.ClientApplicationID)"; service = "$($h.ServiceID)"; categories = $categories }
      }
    }
  })
  [ordered]@{ entries = $entries }
}

Write-Section 'updates' {
  $searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
  # Answers from the last look, without the network.
  $searcher.Online = $false
  $found = $searcher.Search("IsInstalled=0 and IsHidden=0 and Type='Software'")
  $updates = @(foreach ($u in $found.Updates) {
    $articles = @(foreach ($a in $u.KBArticleIDs) { "$a" })
    $categories = @(foreach ($c in $u.Categories) { "$($c.CategoryID)" })
    $changed = $u.LastDeploymentChangeTime
    if ($null -ne $changed) { $changed = $changed.ToString('s') }
    [ordered]@{ title = "$($u.Title)"; articles = $articles; severity = "$($u.MsrcSeverity)"; categories = $categories; changed = $changed }
  })
  [ordered]@{ result = [int]$found.ResultCode; updates = $updates }
}
