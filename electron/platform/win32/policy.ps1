# Prints the policy of Greenroom as the registry holds it, one line of plain ASCII JSON a value. It changes nothing.
# Only asked where reg.exe could not print every letter. Written so that it also runs where PowerShell is restricted to
# its own commands: it calls no methods but those of texts.
$ProgressPreference = 'SilentlyContinue'
$ErrorActionPreference = 'Stop'
foreach ($hive in 'HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER') {
  $top = "Registry::$hive\Software\Policies\Greenroom"
  if (Test-Path -LiteralPath $top) {
    foreach ($key in @(Get-Item -LiteralPath $top) + @(Get-ChildItem -LiteralPath $top -Recurse)) {
      foreach ($value in (Get-ItemProperty -LiteralPath $key.PSPath).PSObject.Properties) {
        if ($value.Name -notin 'PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider') {
          $json = ConvertTo-Json -InputObject ([ordered]@{ key = $key.Name; name = $value.Name; data = $value.Value }) -Compress
          $line = ''
          foreach ($c in $json.ToCharArray()) {
            $n = [int]$c
            if ($n -lt 32 -or $n -gt 126) { $line += '\u{0:x4}' -f $n } else { $line += $c }
          }
          $line
        }
      }
    }
  }
}
'end'
