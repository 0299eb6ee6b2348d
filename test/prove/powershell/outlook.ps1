# Classic Outlook as scenes of their own: $Scene says how it is found. Times lie around the present one.
$global:Sessions = @(2)
function global:Get-Process {
  [CmdletBinding()] param([string]$Name, [int]$Id)
  if ($Id) { return [pscustomobject]@{ Id = $Id; SessionId = 2 } }
  if ($Name -eq 'OUTLOOK') { foreach ($one in $global:Sessions) { [pscustomobject]@{ Id = 4242; SessionId = $one } } }
}
$meet = 'https://meet.google.com/abc-mnop-xyz'
$exchange = '040000008200E00074C5B7101A82E008'
function New-Appointment($hours, $subject, $more = @{}) {
  $start = [datetime]::SpecifyKind([datetime]::UtcNow.AddHours($hours), 'Unspecified')
  $one = [Greenroom.Doubles.Appointment]@{ Subject = $subject; Location = $meet; StartUTC = $start; EndUTC = $start.AddMinutes(30); GlobalAppointmentID = "$exchange$([guid]::NewGuid().ToString('N').ToUpper())" }
  foreach ($key in $more.Keys) { $one.$key = $more[$key] }
  $one
}
$series = "${exchange}07EA0C07" + '00' * 24
$awkward = "Caf$([char]0xE9) ""x"" $([char]::ConvertFromUtf32(0x1F3A7)) $([char]0x65E5)"
$appointments = @(
  (New-Appointment 1 'Stand-up' @{ GlobalAppointmentID = $series; RecurrenceState = 2 })
  (New-Appointment 25 'Stand-up (moved)' @{ GlobalAppointmentID = $series.Replace('0C07', '0C08'); RecurrenceState = 3 })
  (New-Appointment 2 'Declined' @{ ResponseStatus = 4 })
  (New-Appointment 3 'Called off' @{ MeetingStatus = 7 })
  (New-Appointment 4 $awkward @{ ResponseStatus = 2 })
  (New-Appointment 5 'Free' @{ BusyStatus = 0 })
  (New-Appointment 6 'Whole day' @{ AllDayEvent = $true })
  (New-Appointment 7 'Budget talk' @{ Location = 'Microsoft Teams Meeting' })
  (New-Appointment 8 'Haircut' @{ Location = 'Main Street' })
  (New-Appointment 9 'Dates of its series' @{ StartUTC = [datetime]'2019-01-07T09:00:00'; EndUTC = [datetime]'2019-01-07T09:30:00' })
)
$outlook = [Greenroom.Doubles.Outlook]::new()
$outlook.Stores.Add([Greenroom.Doubles.Store]@{ StoreID = '0000AB'; DisplayName = 'mo.winter@harbour.example'; Folder = [Greenroom.Doubles.CalendarFolder]::new([Greenroom.Doubles.Appointment[]]$appointments) })
[Greenroom.Doubles.Marshal]::Active = $outlook
switch ($Scene) {
  'Outlook runs for another person alone' { $global:Sessions = @(3); [Greenroom.Doubles.Marshal]::Active = $null }
  'Outlook with more rights' { [Greenroom.Doubles.Marshal]::Active = $null }
  'Outlook in another language' { [Greenroom.Doubles.Appointments]::Language = [cultureinfo]'ja-JP' }
  'Outlook with nothing ahead' {
    $outlook.Stores[0].Folder = [Greenroom.Doubles.CalendarFolder]::new([Greenroom.Doubles.Appointment[]]@($appointments | Where-Object Subject -eq 'Dates of its series'))
  }
  'Outlook with closed calendars' {
    $outlook.Offline = $true
    $appointments[0].BusyStatus = -1
    $outlook.Stores.Insert(0, [Greenroom.Doubles.Store]@{ StoreID = '1'; DisplayName = 'Mail alone'; Refusal = [Greenroom.Doubles.Faults]::Com('8004010F') })
    $outlook.Stores.Insert(1, [Greenroom.Doubles.Store]@{ StoreID = '2'; DisplayName = 'Closed'; Refusal = [Greenroom.Doubles.Faults]::Com('80070005') })
  }
}
