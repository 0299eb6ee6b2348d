# Runs the scripts once for each way in which a part of Windows may fail, all in one process: a line of JSON a case.
param([Parameter(Mandatory)][string]$Doubles, [Parameter(Mandatory)][string[]]$Text, [Parameter(Mandatory)][string]$Out)
. "$PSScriptRoot/stand-ins.ps1" -Doubles $Doubles
$codes = @($Text -split ',' | ForEach-Object { [IO.File]::ReadAllText($_) })
$rows = [Collections.Generic.List[string]]::new()

function Invoke-Case($name, $setup) {
  [Greenroom.Doubles.Registry]::Clear(); [Greenroom.Doubles.Card]::All.Clear(); [Greenroom.Doubles.Drive]::All.Clear()
  [Greenroom.Doubles.Card]::Fault = $null; [Greenroom.Doubles.Drive]::Fault = $null
  $global:Cim = @{}; $global:Com = @{}; $global:Faults = @{}; $global:Wrapped.Clear()
  . "$PSScriptRoot/computer.ps1"
  . $setup
  $printed = [IO.StringWriter]::new(); $console = [Console]::Out; [Console]::SetOut($printed)
  $leaked = @(); $errors = ''
  try { $leaked = @(foreach ($code in $codes) { Invoke-Expression $code }) } catch { $errors = "$($_.FullyQualifiedErrorId) $($_.Exception.Message)" } finally { [Console]::SetOut($console) }
  $rows.Add((ConvertTo-Json -Compress -Depth 4 -InputObject ([ordered]@{ name = $name; leaked = @($leaked | ForEach-Object { "$_" }); error = $errors; open = [Greenroom.Doubles.Registry]::Opened; wrapped = @($global:Wrapped | Select-Object -Unique); stdout = $printed.ToString() })))
}

Invoke-Case 'ordinary' {}
. "$PSScriptRoot/faults.ps1"
[IO.File]::WriteAllLines($Out, $rows)
