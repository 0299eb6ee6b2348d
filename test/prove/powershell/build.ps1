# Compiles the doubles, once a run: PowerShell's own compiler takes several seconds.
param([Parameter(Mandatory)][string]$Doubles)
Add-Type -TypeDefinition (Get-Content -Raw "$PSScriptRoot/Doubles.cs") -OutputAssembly $Doubles -OutputType Library
