# Tries an installer of Windows on a computer of its own: installs it, uses it as its documents say, removes it, and looks for what is left.
# .\try-installed.ps1 -Install 'msiexec /i x.msi /qn' -Remove 'msiexec /x x.msi /qn'
param([Parameter(Mandatory)][string]$Install, [Parameter(Mandatory)][string]$Remove)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

function Assert([bool]$holds, [string]$what) { if (-not $holds) { throw "Does not hold: $what" }; "Holds: $what" }
function MachinePath { [Environment]::GetEnvironmentVariable('Path', 'Machine') }
function Invoke-Installer([string]$command) {
  # cmd waits for programs of the window kind only like this.
  & cmd.exe /d /c "start /wait `"`" $command"
  Assert ($LASTEXITCODE -eq 0) $command
}

$bin = Join-Path $env:ProgramFiles 'Greenroom\bin'
$menu = Join-Path $env:ProgramData 'Microsoft\Windows\Start Menu\Programs'
$before = MachinePath
Invoke-Installer $Install
Assert ((MachinePath).Split(';') -contains $bin) 'the launcher is on PATH'
Assert ((MachinePath).StartsWith($before.TrimEnd(';'))) 'the rest of PATH is as it was'

$env:Path = "$(MachinePath)"
$report = greenroom check --only=os-supported --json | Out-String
Assert ($LASTEXITCODE -lt 64) 'a check ends with its exit code'
$report | ConvertFrom-Json | Out-Null
$said = greenroom waive no-such:thing --until 2099-12-04 2>&1 | Out-String
Assert ($LASTEXITCODE -eq 64 -and $said -match 'no-such') 'a word with a colon is answered by Greenroom'
& cmd.exe /d /c 'greenroom waive no-such:thing --until 2099-12-04 2>nul'
Assert ($LASTEXITCODE -eq 64) 'cmd waits, and gets the exit code'
$judged = 'Join: https://zoom.us/j/91234567890' | greenroom inspect - --json | Out-String
Assert ($judged -match 'zoom') 'what is piped is read'

$link = (New-Object -ComObject Shell.Application).NameSpace($menu).ParseName('Greenroom.lnk')
Assert ($null -ne $link) 'there is a shortcut for all accounts'
Assert ($link.ExtendedProperty('System.AppUserModel.ID') -eq 'org.greenroom.Greenroom') 'it carries the AppUserModelID'
Assert ("$($link.ExtendedProperty('System.AppUserModel.ToastActivatorCLSID'))" -match '0372D455-4FA9-4451-BF17-A4B7F1434E62') 'it carries the class of the notices'

$own = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Greenroom.lnk'
Copy-Item (Join-Path $menu 'Greenroom.lnk') $own
Invoke-Installer $Remove
# NSIS removes from a copy of its uninstaller, which nobody waits for.
for ($i = 0; $i -lt 60 -and (Test-Path (Split-Path $bin)); $i++) { Start-Sleep -Seconds 1 }
Assert (-not (Test-Path (Split-Path $bin))) 'no file is left'
Assert ((MachinePath).TrimEnd(';') -eq $before.TrimEnd(';')) 'PATH is as it was'
Assert (-not (Test-Path $own)) 'the shortcut that Electron writes is gone'
Assert (-not (Test-Path (Join-Path $menu 'Greenroom.lnk'))) 'the shortcut for all accounts is gone'
