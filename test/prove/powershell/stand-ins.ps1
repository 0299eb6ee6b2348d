# Stands in for what only Windows has, so that the scripts of Greenroom run unchanged in PowerShell on any system: the
# computer is filled in ($Cim, $Com, $Events, Set-Value), then a script runs. Doubles: the compiled Doubles.cs.
param([Parameter(Mandatory)][string]$Doubles)
Add-Type -Path $Doubles
# The types that the scripts name, as they name them: accelerators come before types of that name.
$accelerators = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
$accelerators::Add('Microsoft.Win32.Registry', [Greenroom.Doubles.Registry])
$accelerators::Add('Runtime.InteropServices.Marshal', [Greenroom.Doubles.Marshal])
$accelerators::Add('IO.DriveInfo', [Greenroom.Doubles.Drive])
$accelerators::Add('Net.NetworkInformation.NetworkInterface', [Greenroom.Doubles.Card])

$global:Cim = @{}       # class -> objects
$global:Linked = @{}    # result class -> { param($from) objects }
$global:Com = @{}       # ProgID -> { object }
$global:Events = @()
# 'Get-CimInstance MSFT_Disk', 'New-Object Microsoft.Update.Session', 'Get-CimInstance' -> { throw …, sleep, or answer }
$global:Faults = @{}
$global:Asked = [Collections.Generic.List[string]]::new()

function global:Set-Value($path, $name, $value) { [Greenroom.Doubles.Registry]::Set($path, $name, $value) }
function global:Set-Key($path) { $null = [Greenroom.Doubles.Registry]::Make($path) }

# An error as a cmdlet of Windows throws it: an exception and an identifier of its own.
function global:New-Fault($exception, $id) {
  [Management.Automation.ErrorRecord]::new($exception, $id, 'NotSpecified', $null)
}
function global:New-CimFault($id, $message = 'Access denied') { New-Fault ([Microsoft.Management.Infrastructure.CimException]::new($message)) $id }

function global:Find-Fault($command, $what) {
  $global:Asked.Add("$command $what")
  foreach ($key in "$command $what", $command) { if ($global:Faults.Contains($key)) { return $global:Faults[$key] } }
}

function global:Get-CimInstance {
  [CmdletBinding()] param([Parameter(Position = 0)][string]$ClassName, [string]$Namespace, [string[]]$Property, [string]$Filter, [int]$OperationTimeoutSec)
  $fault = Find-Fault 'Get-CimInstance' $ClassName
  if ($fault) { $found = & $fault; if ($found -is [Management.Automation.ErrorRecord]) { $PSCmdlet.WriteError($found); return } else { return $found } }
  # Time goes by between two looks.
  if ($ClassName -eq 'Win32_Process' -and $global:Cim.Contains($ClassName)) { foreach ($p in $global:Cim.Win32_Process) { if ($p.KernelModeTime -gt 0 -and $p.KernelModeTime -lt 1e17) { $p.KernelModeTime = [uint64]($p.KernelModeTime + $(if ($p.ProcessId -eq 0) { 40000000 } elseif ($p.ProcessId -eq 7100) { 10000000 } else { 0 })) } } }
  if (-not $global:Cim.Contains($ClassName)) { $PSCmdlet.WriteError((New-CimFault 'HRESULT 0x80041010' 'Invalid class')); return }
  $global:Cim[$ClassName]
}
function global:Get-CimAssociatedInstance {
  [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject, [string]$ResultClassName)
  process {
    $fault = Find-Fault 'Get-CimAssociatedInstance' $ResultClassName
    if ($fault) { $found = & $fault; if ($found -is [Management.Automation.ErrorRecord]) { $PSCmdlet.WriteError($found); return } else { return $found } }
    & $global:Linked[$ResultClassName] $InputObject
  }
}
function global:Get-WinEvent {
  [CmdletBinding()] param([hashtable]$FilterHashtable, [int]$MaxEvents)
  $fault = Find-Fault 'Get-WinEvent' $FilterHashtable.LogName
  if ($fault) { $found = & $fault; if ($found -is [Management.Automation.ErrorRecord]) { $PSCmdlet.WriteError($found); return } else { return $found } }
  $global:Events | Select-Object -First $MaxEvents
}
function global:New-Object {
  [CmdletBinding()] param([Parameter(Position = 0)][string]$TypeName, [string]$ComObject)
  # As the cmdlet: in a session that is restricted, no object of COM.
  if ($global:Constrained) { $PSCmdlet.ThrowTerminatingError([Management.Automation.ErrorRecord]::new([Management.Automation.PSNotSupportedException]::new('Cannot create type.'), 'CannotCreateComTypeConstrainedLanguage', 'PermissionDenied', $null)) }
  $fault = Find-Fault 'New-Object' $ComObject
  if ($fault) { $found = & $fault; if ($found -is [Management.Automation.ErrorRecord]) { $PSCmdlet.ThrowTerminatingError($found) } else { return $found } }
  if (-not $global:Com.Contains($ComObject)) { $PSCmdlet.ThrowTerminatingError((New-Fault ([Greenroom.Doubles.Faults]::Com('80040154')) 'NoCOMClassIdentified')) }
  & $global:Com[$ComObject]
}
function global:Get-AuthenticodeSignature {
  [CmdletBinding()] param([string]$LiteralPath)
  $global:SignedPath = $LiteralPath
  $fault = Find-Fault 'Get-AuthenticodeSignature' ''
  if ($fault) { $found = & $fault; if ($found -is [Management.Automation.ErrorRecord]) { $PSCmdlet.WriteError($found); return } else { return $found } }
  $global:Signature
}

# The registry as a provider of PowerShell; only paths below "Registry::".
function global:Test-Path {
  [CmdletBinding()] param([string]$LiteralPath)
  try { $null -ne [Greenroom.Doubles.Registry]::Find($LiteralPath) } catch { $PSCmdlet.WriteError((New-Fault $_.Exception.InnerException $_.Exception.InnerException.GetType().FullName)) }
}
function global:Get-ItemProperty {
  [CmdletBinding()] param([Parameter(Position = 0)][string]$LiteralPath)
  try {
    $key = [Greenroom.Doubles.Registry]::Find(($LiteralPath -replace '^.*?::', ''))
    if ($null -eq $key) { throw [Management.Automation.ItemNotFoundException]::new("Cannot find path '$LiteralPath' because it does not exist.") }
    if ($key.Broken) { throw $key.Broken }
  } catch {
    $e = $_.Exception; while ($e.InnerException) { $e = $e.InnerException }
    $PSCmdlet.WriteError((New-Fault $e $e.GetType().FullName)); return
  }
  # A key without values gives no object at all.
  if ($key.Values.Count -eq 0) { return }
  $item = [psobject]::new()
  foreach ($pair in $key.Values) { $item.PSObject.Properties.Add([psnoteproperty]::new($(if ($pair.Key) { $pair.Key } else { '(default)' }), $pair.Value)) }
  foreach ($n in 'PSPath', 'PSParentPath', 'PSChildName', 'PSProvider') { $item.PSObject.Properties.Add([psnoteproperty]::new($n, "Microsoft.PowerShell.Core\Registry::$($key.Name)")) }
  $item
}
function global:Get-Item {
  [CmdletBinding()] param([string]$LiteralPath)
  $key = [Greenroom.Doubles.Registry]::Find($LiteralPath)
  [pscustomobject]@{ Name = $key.Name; PSPath = "Microsoft.PowerShell.Core\Registry::$($key.Name)" }
}
function global:Get-ChildItem {
  [CmdletBinding()] param([string]$LiteralPath, [switch]$Name, [switch]$Recurse)
  try {
    $key = [Greenroom.Doubles.Registry]::Find($LiteralPath)
    if ($key.Broken) { throw $key.Broken }
  } catch {
    $e = $_.Exception; while ($e.InnerException) { $e = $e.InnerException }
    $PSCmdlet.WriteError((New-Fault $e $e.GetType().FullName)); return
  }
  foreach ($child in $key.Keys.Values) {
    # Names from a provider carry notes (PSPath and others), which ConvertTo-Json of 5.1 would print.
    if ($Name) { ($child.Name -split '\\')[-1] | Add-Member -NotePropertyName PSPath -NotePropertyValue "Microsoft.PowerShell.Core\Registry::$($child.Name)" -PassThru; continue }
    [pscustomobject]@{ Name = $child.Name; PSPath = "Microsoft.PowerShell.Core\Registry::$($child.Name)" }
    if ($Recurse) { Get-ChildItem -LiteralPath "Registry::$($child.Name)" -Recurse }
  }
}

# What 5.1 would print otherwise than 7 is noted in $Wrapped.
$global:Wrapped = [Collections.Generic.List[string]]::new()
function global:ConvertTo-Json {
  [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)]$InputObject, [switch]$Compress, [int]$Depth = 2)
  foreach ($one in [Greenroom.Doubles.Wrapped]::In($InputObject)) { $global:Wrapped.Add($one) }
  Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $InputObject -Compress:$Compress -Depth $Depth
}
