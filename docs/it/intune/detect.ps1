# Discovery script for Intune's custom compliance on Windows: run in the account that is signed in, 64-bit PowerShell.
# Upload beside it the rules from: greenroom checks --intune-rules
# Intune wants one line of JSON and exit code 0; the verdict is inside.
$greenroom = Join-Path $env:ProgramFiles 'Greenroom\bin\greenroom.exe'
if (-not (Test-Path -LiteralPath $greenroom)) { return @{ GreenroomVerdict = 'not-installed' } | ConvertTo-Json -Compress }
$output = & $greenroom check --format=intune 2>$null | Out-String
return $output.Trim()
