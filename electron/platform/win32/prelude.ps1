# Stands before facts.ps1 and updates.ps1, which read what Greenroom wants to know of Windows, as the person who runs it.
# They change nothing and ask no network. Every section prints one line of plain ASCII JSON that ends with its name, as
# soon as it is known. Nothing is put into these texts when they run. Comments and indentation are left out when they are
# handed over.
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
    -join ($json -csplit '([^ -~])' | ForEach-Object { if ($_ -cmatch '^[^ -~]$') { '\u{0:x4}' -f [int][char]$_ } else { $_ } })
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
    try { foreach ($n in $names) { $v = $key.GetValue($n); if ($null -ne $v) { $found[$n] = "$v" } } } finally { $key.Close() }
  } else {
    if (-not (Test-Path -LiteralPath "Registry::$path")) { return $null }
    $item = Get-ItemProperty -LiteralPath "Registry::$path"
    foreach ($n in $names) { $v = $item.$n; if ($null -ne $v) { $found[$n] = "$v" } }
  }
  return $found
}

# For what proves something only where it is seen: closed is as good as not there.
function Get-SeenValues($path, $names) {
  try { return Get-Values $path $names } catch { return $null }
}

function Get-Names($path) {
  if ($full) {
    $key = Open-Key $path
    if ($null -ne $key) { try { $key.GetSubKeyNames() } finally { $key.Close() } }
  } elseif (Test-Path -LiteralPath "Registry::$path") {
    Get-ChildItem -LiteralPath "Registry::$path" -Name | ForEach-Object { "$_" }
  }
}

function Get-Value($path, $name) {
  $v = Get-Values $path $name
  if ($null -eq $v) { return $null }
  return $v[$name]
}

# PowerShell is up: how long that took tells how quick this computer is.
$up = '{"value":null,"section":"start"}'
if ($full) { [Console]::Out.WriteLine($up) } else { $up }
