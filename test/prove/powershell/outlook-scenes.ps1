# Runs Outlook's script once for each scene, all in one process: a line of JSON each, with what was printed.
param([Parameter(Mandatory)][string]$Doubles, [Parameter(Mandatory)][string]$Text, [Parameter(Mandatory)][string]$Scenes, [Parameter(Mandatory)][string]$Out)
. "$PSScriptRoot/stand-ins.ps1" -Doubles $Doubles
$code = [IO.File]::ReadAllText($Text)
$invariant = [cultureinfo]::CurrentCulture

function Invoke-Scene($Scene, $culture) {
  [Greenroom.Doubles.Appointments]::Language = $null
  [cultureinfo]::CurrentCulture = if ($culture) { $culture } else { $invariant }
  . "$PSScriptRoot/outlook.ps1"
  $printed = [IO.StringWriter]::new(); $console = [Console]::Out; [Console]::SetOut($printed)
  $returned = ''
  try { $returned = "$(Invoke-Expression $code)" } finally { [Console]::SetOut($console) }
  ConvertTo-Json -Compress -InputObject ([ordered]@{ scene = $Scene; culture = "$culture"; stdout = $printed.ToString() + $returned })
}

$rows = foreach ($one in $Scenes -split '\|') { $scene, $culture = $one -split '@'; Invoke-Scene $scene $culture }
[IO.File]::WriteAllLines($Out, [string[]]@($rows))
