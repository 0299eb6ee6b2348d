# What is read in a moment, from the registry first: what stands last may wait for services of Windows.
# Number, parent, time used, start and file of everything that runs; only the name where this account may not see the file.
function Get-Programs {
  foreach ($p in (Get-CimInstance Win32_Process -Property ('ProcessId', 'ParentProcessId', 'KernelModeTime', 'UserModeTime', 'CreationDate', 'ExecutablePath', 'Name'))) {
    $file = $p.ExecutablePath
    if (-not $file) { $file = $p.Name }
    # A start that is no time, or lies before 1601, is not told; the program still runs.
    $start = ''
    try { if ($p.CreationDate) { $start = $p.CreationDate.ToFileTimeUtc() } } catch { $start = '' }
    "$($p.ProcessId)|$($p.ParentProcessId)|$($p.KernelModeTime + $p.UserModeTime)|$start|$file"
  }
}

Write-Section 'system' {
  $nt = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $esu = 'ESUEligibility', 'ESUEligibilityResult'
  [ordered]@{
    version = Get-Values "HKLM\$nt" ('CurrentBuildNumber', 'UBR', 'DisplayVersion', 'ReleaseId', 'EditionID', 'InstallationType')
    userExtension = Get-SeenValues "HKCU\$nt\Windows\ConsumerESU" $esu
    machineExtension = Get-SeenValues "HKLM\$nt\Windows\ConsumerESU" $esu
    boughtExtension = Get-SeenValues "HKLM\$nt\SoftwareProtectionPlatform\ESU" 'Win10CommercialW365ESUEligible'
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
    $keys = @()
    try { $keys = @(Get-Names $root) } catch { $unread++ }
    foreach ($key in $keys) {
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
    # A place that is closed is left out: it was not looked for there.
    try { [ordered]@{ key = $place[0]; name = $place[1]; value = Get-Value $place[0] $place[1] } } catch { $unread++ }
  })
  [ordered]@{ entries = $entries; unread = $unread; values = $values }
}

Write-Section 'backup' {
  $accounts = 'HKCU\Software\Microsoft\OneDrive\Accounts'
  $backup = "HKLM\$current\WindowsBackup"
  # Where one place is closed to this account, the others still tell.
  $unread = 0
  $history = $null
  $service = $null
  $policy = $null
  $target = $null
  $names = @()
  try { $history = Get-Values "HKCU\$current\FileHistory" 'ProtectedUpToTime' } catch { $unread++ }
  try { $service = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Services\fhsvc' 'Start' } catch { $unread++ }
  try { $policy = Get-Value 'HKLM\SOFTWARE\Policies\Microsoft\Windows\FileHistory' 'Disabled' } catch { $unread++ }
  try { $target = Get-Values "$backup\ScheduleParams\TargetDevice" ('PresentableName', 'Label', 'UniqueName') } catch { $target = [ordered]@{ closed = $true } }
  try { $names = @(Get-Names $accounts) } catch { $unread++ }
  [ordered]@{
    fileHistory = $history
    historyService = $service
    historyPolicy = $policy
    windowsBackup = $target
    windowsStatus = Get-SeenValues "$backup\Status" ('LastSuccess', 'LastResultTime')
    oneDrive = @(foreach ($name in $names) {
      try { [ordered]@{ account = $name; folders = Get-Value "$accounts\$name" 'KfmFoldersProtectedNow' } } catch { $unread++ }
    })
    unread = $unread
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
        $keys = @()
        try { $keys = @(Get-Names $place | ForEach-Object { "$place\$_" }) } catch { $unread++ }
        foreach ($key in @($place) + $keys) {
          # What a closed key would say is open; that it is there is told.
          try {
            $v = Get-Values $key ('Value', 'LastUsedTimeStart', 'LastUsedTimeStop')
            if ($v) { $v['key'] = $key; $v }
          } catch { [ordered]@{ key = $key; closed = $true } }
        }
      }
    }
  })
  [ordered]@{ rows = $rows; unread = $unread }
}

# When a device was made the default stands beside it, as bytes of a time; a device that is away keeps it.
Write-Section 'sound' {
  $root = "HKLM\$current\MMDevices\Audio"
  $unread = 0
  $devices = @(foreach ($end in 'Capture', 'Render') {
    $ids = @()
    try { $ids = @(Get-Names "$root\$end") } catch { $unread++ }
    foreach ($id in $ids) {
      try {
        $v = Get-Values "$root\$end\$id" ('DeviceState', 'Role:0', 'Role:1', 'Role:2')
        $p = Get-Values "$root\$end\$id\Properties" ('{a45c254e-df1c-4efd-8020-67d146a850e0},2', '{b3f8fa53-0004-438e-9003-51a46e139bfc},6')
        [ordered]@{ end = $end; values = $v; names = $p }
      } catch { $unread++ }
    }
  })
  [ordered]@{ devices = $devices; unread = $unread }
}

Write-Section 'clock' {
  $time = 'HKLM\SYSTEM\CurrentControlSet\Services\W32Time'
  [ordered]@{
    type = Get-Value "$time\Parameters" 'Type'
    sample = Get-Value "$time\Config\Status" 'LastGoodSampleInfo'
    start = Get-Value $time 'Start'
  }
}

Write-Section 'network' {
  [ordered]@{
    cards = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() | ForEach-Object {
      [ordered]@{ kind = [int]$_.NetworkInterfaceType; state = [int]$_.OperationalStatus }
    })
  }
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

# Veeam keeps a log of its own in which every finished job is event 190; without one there is nothing to ask.
Write-Section 'veeam' {
  $jobs = @()
  if ($null -ne (Get-Values 'HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Veeam Agent')) {
    try {
      $jobs = @(Get-WinEvent -FilterHashtable @{ LogName = 'Veeam Agent'; Id = 190 } -MaxEvents 50 | ForEach-Object {
        if ($_.TimeCreated) { [ordered]@{ level = [int]$_.Level; at = $_.TimeCreated.ToUniversalTime().ToString('s') } }
      })
    } catch {
      # A log without such an event is an error to the command: no job has finished yet.
      if ("$($_.FullyQualifiedErrorId)" -notlike 'NoMatchingEventsFound*') { throw }
    }
  }
  [ordered]@{ jobs = $jobs }
}

# What runs is looked at twice; the work of the sections between them is the moment in which it is watched.
Write-Section 'programs' {
  [ordered]@{ self = $PID; running = @(Get-Programs) }
}

Write-Section 'drives' {
  $storage = 'root/Microsoft/Windows/Storage'
  try {
    # There is no computer without a disk: where none is listed, the storage classes do not answer.
    $disks = @(Get-CimInstance -Namespace $storage -ClassName MSFT_Disk)
    if ($disks.Count -eq 0) { throw 'no disks' }
    [ordered]@{
      disks = @($disks | ForEach-Object {
        # Not told is not "no".
        $system = $null
        if ($_.IsBoot -or $_.IsSystem) { $system = $true } elseif ($null -ne $_.IsBoot -and $null -ne $_.IsSystem) { $system = $false }
        [ordered]@{ number = $_.Number; bus = [int]$_.BusType; name = "$($_.FriendlyName)"; size = $_.Size; system = $system; readOnly = $_.IsReadOnly }
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

Write-Section 'scanners' {
  $found = [ordered]@{}
  foreach ($kind in 'Antivirus', 'Firewall') {
    $found[$kind] = $null
    try {
      $found[$kind] = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName "${kind}Product" | ForEach-Object {
        [ordered]@{ name = "$($_.displayName)"; state = $_.productState }
      })
    } catch {
      # Scanners are told also where other firewalls are not.
      if ($kind -eq 'Antivirus') { throw }
    }
  }
  $found
}

# Every computer has a device of the class Computer: without it the list is not whole. Cameras of programs stand in the registry.
Write-Section 'cameras' {
  $kind = 'CLSID\{860BB310-5D01-11d0-BD3B-00A0C911CE86}\Instance'
  $offered = @(foreach ($root in "HKLM\SOFTWARE\Classes\$kind", "HKLM\SOFTWARE\Classes\WOW6432Node\$kind", "HKCU\Software\Classes\$kind") {
    try { foreach ($id in @(Get-Names $root)) { "$(Get-Value "$root\$id" 'FriendlyName')" } } catch { }
  })
  [ordered]@{
    devices = @(Get-CimInstance Win32_PnPEntity -Filter "PNPClass='Camera' OR PNPClass='Image' OR PNPClass='Computer'" -Property ('Name', 'PNPClass', 'ConfigManagerErrorCode', 'PNPDeviceID', 'Service') | ForEach-Object {
      [ordered]@{ name = "$($_.Name)"; class = "$($_.PNPClass)"; problem = $_.ConfigManagerErrorCode; id = "$($_.PNPDeviceID)"; service = "$($_.Service)" }
    })
    offered = $offered
  }
}

Write-Section 'battery' {
  [ordered]@{
    kind = @(Get-CimInstance Win32_ComputerSystem -Property PCSystemType)[0].PCSystemType
    batteries = @(Get-CimInstance Win32_Battery | ForEach-Object {
      [ordered]@{ state = $_.BatteryStatus; percent = $_.EstimatedChargeRemaining; minutes = $_.EstimatedRunTime }
    })
  }
}

# What Windows found when it last tried the internet by itself: nothing is sent. Each witness may be kept back from this account.
Write-Section 'connection' {
  $cards = $null
  $list = $null
  $internet = $null
  $answers = $null
  $proxy = $null
  try {
    $cards = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() | ForEach-Object {
      $gateways = @($_.GetIPProperties().GatewayAddresses | Where-Object { "$($_.Address)" -notin '0.0.0.0', '::' })
      [ordered]@{ kind = [int]$_.NetworkInterfaceType; state = [int]$_.OperationalStatus; gateway = ($gateways.Count -gt 0) }
    })
  } catch { $cards = $null }
  try { $list = [int][Activator]::CreateInstance([Type]::GetTypeFromCLSID([Guid]'{DCB00C01-570F-4A9B-8D69-199FDBA5723B}')).GetConnectivity() } catch { $list = $null }
  try {
    $p = [Windows.Networking.Connectivity.NetworkInformation, Windows.Networking.Connectivity, ContentType = WindowsRuntime]::GetInternetConnectionProfile()
    if ($null -ne $p) {
      $bars = $null
      try { $bars = $p.GetSignalBars() } catch { $bars = $null }
      $internet = [ordered]@{ level = [int]$p.GetNetworkConnectivityLevel(); cost = [int]$p.GetConnectionCost().NetworkCostType; kind = [int]$p.NetworkAdapter.IanaInterfaceType; bars = $bars }
    }
  } catch { $internet = $null }
  # Where organisations restrict PowerShell, the list of networks still answers.
  if (-not $full) {
    $answers = @(Get-CimInstance -Namespace root/StandardCimv2 -ClassName MSFT_NetConnectionProfile | ForEach-Object {
      [ordered]@{ v4 = [int]$_.IPv4Connectivity; v6 = [int]$_.IPv6Connectivity }
    })
  }
  # Whether Windows tries at all must be told: else its word is not believed.
  $probing = $null
  $policy = $null
  try { $probing = Get-Value 'HKLM\SYSTEM\CurrentControlSet\Services\NlaSvc\Parameters\Internet' 'EnableActiveProbing' } catch { $probing = '0' }
  try { $policy = Get-Value 'HKLM\SOFTWARE\Policies\Microsoft\Windows\NetworkConnectivityStatusIndicator' 'NoActiveProbe' } catch { $policy = '1' }
  # Where an organisation prescribes it for the computer, the account's own counts for nothing. A place that is closed leaves it open.
  try {
    $settings = 'Microsoft\Windows\CurrentVersion\Internet Settings'
    $names = 'ProxyEnable', 'AutoConfigURL'
    $prescribed = Get-Values "HKLM\SOFTWARE\Policies\$settings" ($names + 'ProxySettingsPerUser')
    $places = "HKCU\SOFTWARE\Policies\$settings", "HKCU\SOFTWARE\$settings"
    if ($null -ne $prescribed -and "$($prescribed['ProxySettingsPerUser'])" -eq '0') { $places = @("HKLM\SOFTWARE\$settings") }
    $proxy = $false
    foreach ($set in @($prescribed) + @($places | ForEach-Object { Get-Values $_ $names })) {
      if ($null -ne $set -and ("$($set['ProxyEnable'])" -notin '', '0' -or $set['AutoConfigURL'])) { $proxy = $true }
    }
  } catch { $proxy = $null }
  [ordered]@{
    cards = $cards
    list = $list
    profile = $internet
    answers = $answers
    tries = ("$probing" -ne '0') -and ("$policy" -in '', '0')
    proxy = $proxy
  }
}

Write-Section 'activity' {
  $memory = @(Get-CimInstance Win32_OperatingSystem -Property ('FreePhysicalMemory', 'TotalVisibleMemorySize'))[0]
  [ordered]@{ running = @(Get-Programs); free = $memory.FreePhysicalMemory; total = $memory.TotalVisibleMemorySize }
}
