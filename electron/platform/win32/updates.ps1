# What Windows Update says. It may have to be started first, and its search has no limit and may take half a minute: this
# runs beside facts.ps1, so that nothing else waits for it.
Write-Section 'updateSettings' {
  $policy = 'HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
  $pending = $null
  $level = $null
  # The registry answers also where the objects of Windows Update do not.
  try { $pending = (New-Object -ComObject Microsoft.Update.SystemInfo).RebootRequired } catch { $pending = $null }
  try { $level = (New-Object -ComObject Microsoft.Update.AutoUpdate).Settings.NotificationLevel } catch { $level = $null }
  # False: whether it is there is closed to this account.
  $update = $false
  $part = $false
  $hours = $null
  try { $update = Get-Values "HKLM\$current\WindowsUpdate\Auto Update\RebootRequired" } catch { $update = $false }
  try { $part = Get-Values "HKLM\$current\Component Based Servicing\RebootPending" } catch { $part = $false }
  try { $hours = Get-Values 'HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings' ('ActiveHoursStart', 'ActiveHoursEnd', 'SmartActiveHoursState', 'PauseUpdatesExpiryTime') } catch { $hours = [ordered]@{ closed = $true } }
  [ordered]@{
    pending = $pending
    pendingUpdate = $update
    pendingPart = $part
    hours = $hours
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
  $count = [Math]::Min($searcher.GetTotalHistoryCount(), 3000)
  # Installed with success, and neither from the Store nor one of the virus signatures: those come by the dozen. What else
  # counts is chosen by the reader, so nothing is cut off here.
  $store = '855e8a7c-ecb4-4ca3-b045-1dfa50104289'
  $entries = @(if ($count -gt 0) {
    foreach ($h in $searcher.QueryHistory(0, $count)) {
      if ($h.Operation -eq 1 -and $h.ResultCode -eq 2 -and $h.Date -and "$($h.ServiceID)" -ne $store -and $h.Title -notlike '*KB2267602*') {
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
    # A day that is none harms only itself.
    $changed = $null
    try { if ($null -ne $u.LastDeploymentChangeTime) { $changed = $u.LastDeploymentChangeTime.ToString('s') } } catch { $changed = $null }
    [ordered]@{ title = "$($u.Title)"; articles = $articles; severity = "$($u.MsrcSeverity)"; categories = $categories; changed = $changed }
  })
  # A list that is refused is an empty one to PowerShell: its own count tells them apart.
  $count = $null
  if ($null -ne $found.Updates) { $count = [int]$found.Updates.Count }
  [ordered]@{ result = [int]$found.ResultCode; count = $count; updates = $updates }
}
