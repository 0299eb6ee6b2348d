# Prints what the calendars of classic Outlook hold from yesterday until eight days ahead, a line of plain ASCII JSON each.
# It joins an Outlook that runs already; it never starts one and never opens a window of one. It changes nothing, asks no
# network, and touches only what Outlook hands to every program: not the text of an invitation, not the people in it.
$ProgressPreference = 'SilentlyContinue'
$ErrorActionPreference = 'Stop'
$most = 2000

# The console's code page must not matter, so nothing but ASCII leaves here.
function Write-Line($value) {
  $json = ConvertTo-Json -InputObject $value -Compress -Depth 3
  [Console]::Out.WriteLine([regex]::Replace($json, '[^ -~]', { param($m) '\u{0:x4}' -f [int][char]$m.Value }))
}

function Get-Utc($at) { return $at.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture) }

# PowerShell may take a number that is refused for nothing, and nothing for 0, which means something else to Outlook.
function Get-Number($told) {
  if ($null -eq $told) { throw 'not told' }
  return [int]$told
}

# The events of one calendar. The order of the first steps is Outlook's own; the number of events is not asked for, since
# endless series have none.
function Write-Events($folder, $index) {
  $now = [datetime]::Now
  $items = $folder.Items
  $items.Sort('[Start]')
  $items.IncludeRecurrences = $true
  $found = $items.Restrict("[Start] < '$($now.AddDays(8).ToString('g'))' AND [End] > '$($now.AddDays(-1).ToString('g'))'")
  $count = 0
  $lost = 0
  $item = $found.GetFirst()
  while ($null -ne $item -and $count -lt $most) {
    $count++
    try {
      $event = [ordered]@{
        calendar = $index; id = "$($item.GlobalAppointmentID)"; title = "$($item.Subject)"; place = "$($item.Location)"
        start = Get-Utc $item.StartUTC; end = Get-Utc $item.EndUTC; allDay = [bool](Get-Number $item.AllDayEvent)
        recurrence = Get-Number $item.RecurrenceState; meeting = Get-Number $item.MeetingStatus
        response = Get-Number $item.ResponseStatus; busy = Get-Number $item.BusyStatus
      }
      Write-Line ([ordered]@{ event = $event })
    } catch { $lost++ }
    $item = $found.GetNext()
  }
  # Outlook reads the dates of the question in the form of the computer's language. Where it found nothing, an event
  # that is known to be there must be found by a question of that form: else its empty answer says nothing.
  $proved = $true
  if ($count -eq 0) {
    $known = $folder.Items.GetFirst()
    if ($null -ne $known) {
      $near = "[Start] <= '$($known.Start.AddMinutes(1).ToString('g'))' AND [End] >= '$($known.End.AddMinutes(-1).ToString('g'))'"
      $proved = $null -ne $folder.Items.Restrict($near).GetFirst()
    }
  }
  Write-Line ([ordered]@{ whole = [ordered]@{ calendar = $index; lost = $lost; more = ($null -ne $item); proved = $proved } })
}

if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  '{"state":"restricted"}'
} else {
  $session = (Get-Process -Id $PID).SessionId
  $running = @(Get-Process -Name 'OUTLOOK' -ErrorAction SilentlyContinue | Where-Object { $_.SessionId -eq $session })
  $outlook = $null
  if ($running.Count -gt 0) {
    try { $outlook = [Runtime.InteropServices.Marshal]::GetActiveObject('Outlook.Application') } catch { $outlook = $null }
  }
  if ($running.Count -eq 0) { Write-Line ([ordered]@{ state = 'not-running' }) }
  elseif ($null -eq $outlook) { Write-Line ([ordered]@{ state = 'unreachable' }) }
  else {
    $mapi = $outlook.GetNamespace('MAPI')
    $offline = $null
    try { $offline = [bool]$mapi.Offline } catch { $offline = $null }
    Write-Line ([ordered]@{ state = 'running'; offline = $offline })
    $index = 0
    $closed = 0
    foreach ($store in $mapi.Stores) {
      $folder = $null
      # A store of mail alone has no calendar; any other refusal is one that is not read.
      try { $folder = $store.GetDefaultFolder(9) } catch {
        $e = $_.Exception
        while ($e.InnerException) { $e = $e.InnerException }
        if ($e.HResult -ne -2147221233) { $closed++ }
      }
      if ($null -ne $folder) {
        try {
          Write-Line ([ordered]@{ calendar = [ordered]@{ index = $index; store = "$($store.StoreID)"; name = "$($folder.Name)"; account = "$($store.DisplayName)" } })
          Write-Events $folder $index
        } catch { Write-Line ([ordered]@{ failed = $index }) }
        $index++
      }
    }
    Write-Line ([ordered]@{ closed = $closed; end = $true })
  }
}
