/**
 * The names of time zones that calendar programs write, and the zone of the IANA database for each; gathered 2026-11-30.
 * Behind each row the lists that agree on it: w Unicode CLDR 48.2 (windowsZones, territory 001), M Microsoft’s
 * documentation (2020-05-25), n node-ical (2026-07-21), o its older list, p ics-parser (2026-06-19), x and l and h
 * sabre/vobject (2026-05-31: Exchange, Lotus, PHP), 4 ical4j (2026-06-30), D and d DavMail (2026-08-21), c calcard
 * (2026-07-19). Where lists contradict each other the zone of the city is taken, whatever the offset in the name was once.
 */
export const ZONE_NAMES = `
(GMT-01.00) Azores|Atlantic/Azores|D
(GMT-01.00) Cape Verde Is.|Atlantic/Cape_Verde|D
(GMT-02.00) Coordinated Universal Time-02|Atlantic/South_Georgia|D
(GMT-02.00) Mid-Atlantic|Atlantic/South_Georgia|D
(GMT-03.00) Brasilia|America/Sao_Paulo|D
(GMT-03.00) Buenos Aires|America/Argentina/Buenos_Aires|D
(GMT-03.00) Buenos Aires/Georgetown|America/Argentina/Buenos_Aires|D
(GMT-03.00) Cayenne/Fortaleza|America/Cayenne|D
(GMT-03.00) Georgetown|America/Argentina/Buenos_Aires|D
(GMT-03.00) Greenland|America/Godthab|D
(GMT-03.00) Montevideo|America/Montevideo|D
(GMT-03.00) Salvador|America/Bahia|w
(GMT-03.30) Newfoundland|America/St_Johns|D
(GMT-04.00) Asuncion|America/Asuncion|D
(GMT-04.00) Atlantic Time (Canada)|America/Halifax|D
(GMT-04.00) Caracas/La Paz|America/Caracas|D
(GMT-04.00) Cuiaba|America/Cuiaba|D
(GMT-04.00) Georgetown/La Paz/Manaus/San Juan|America/Manaus|D
(GMT-04.00) Santiago|America/Santiago|D
(GMT-04.30) Caracas|America/Caracas|D
(GMT-05.00) Bogota/Lima|America/Lima|D
(GMT-05.00) Bogota/Lima/Quito|America/Lima|D
(GMT-05.00) Eastern Time (US & Canada)|America/New_York|D
(GMT-05.00) Indiana (East)|America/Indianapolis|D
(GMT-06.00) Central America|America/Guatemala|D
(GMT-06.00) Central Time (US & Canada)|America/Chicago|D
(GMT-06.00) Mexico City/Tegucigalpa|America/Mexico_City|D
(GMT-06.00) Saskatchewan|America/Regina|D
(GMT-07.00) Arizona|America/Phoenix|D
(GMT-07.00) Chihuahua/La Paza/Mazatlan|America/Mazatlan|w
(GMT-07.00) Mountain Time (US & Canada)|America/Denver|D
(GMT-08.00) Baja California|America/Los_Angeles|D
(GMT-08.00) Pacific Time (US & Canada)|America/Los_Angeles|D
(GMT-08.00) Pacific Time (US & Canada)/Tijuana|America/Los_Angeles|D
(GMT-0800) Pacific Standard Time|America/Los_Angeles|D
(GMT-09.00) Alaska|America/Anchorage|D
(GMT-10.00) Hawaii|Pacific/Honolulu|D
(GMT-11.00) Coordinated Universal Time-11|Pacific/Samoa|D
(GMT-11.00) Midway Island/Samoa|Pacific/Pago_Pago|D
(GMT-11.00) Samoa|Pacific/Samoa|D
(GMT-12.00) Eniwetok/Kwajalein/Dateline Time|Etc/GMT+12|w
(GMT) Casablanca|Africa/Casablanca|D
(GMT) Coordinated Universal Time|Etc/UTC|w
(GMT) Greenwich Mean Time/Dublin/Edinburgh/London|Europe/London|D
(GMT) Monrovia/Casablanca|Africa/Casablanca|D
(GMT) Monrovia/Reykjavik|Africa/Abidjan|w
(GMT+01:00) Brussels, Copenhagen, Madrid, Paris|Europe/Paris|D
(GMT+01.00) Berlin/Stockholm/Rome/Bern/Vienna|Europe/Berlin|D
(GMT+01.00) Paris/Madrid/Brussels/Copenhagen|Europe/Paris|D
(GMT+01.00) Prague/Central Europe|Europe/Prague|D
(GMT+01.00) Sarajevo/Warsaw/Zagreb|Europe/Sarajevo|D
(GMT+01.00) West Central Africa|Africa/Algiers|D
(GMT+01.00) Windhoek|Africa/Windhoek|D
(GMT+02.00) Amman|Asia/Amman|D
(GMT+02.00) Athens/Bucharest|Europe/Athens|D
(GMT+02.00) Athens/Bucharest/Istanbul|Europe/Athens|D
(GMT+02.00) Athens/Istanbul/Minsk|Europe/Athens|D
(GMT+02.00) Bucharest/Eastern Europe|Europe/Bucharest|D
(GMT+02.00) Cairo|Africa/Cairo|D
(GMT+02.00) Damascus|Asia/Damascus|D
(GMT+02.00) Harare/Pretoria|Africa/Harare|D
(GMT+02.00) Helsinki/Riga/Tallinn|Europe/Helsinki|D
(GMT+02.00) Israel/Jerusalem Standard Time|Asia/Jerusalem|D
(GMT+02.00) Istanbul|Asia/Istanbul|D
(GMT+02.00) Minsk/Eastern Europe|Europe/Bucharest|D
(GMT+02.00) Nicosia|Asia/Nicosia|D
(GMT+02.00) Windhoek|Africa/Windhoek|D
(GMT+03.00) Arab/Kuwait/Riyadh|Asia/Kuwait|D
(GMT+03.00) Baghdad|Asia/Baghdad|D
(GMT+03.00) East Africa/Nairobi|Africa/Nairobi|D
(GMT+03.00) Kaliningrad|Europe/Kaliningrad|D
(GMT+03.00) Kaliningrad, Minsk|Europe/Kaliningrad|D
(GMT+03.00) Kuwait/Riyadh|Asia/Kuwait|D
(GMT+03.00) Moscow/St. Petersburg/Volgograd|Europe/Moscow|D
(GMT+03.00) Tbilisi|Asia/Tbilisi|D
(GMT+03.30) Tehran|Asia/Tehran|D
(GMT+04.00) Abu Dhabi/Muscat|Asia/Dubai|D
(GMT+04.00) Baku|Asia/Baku|D
(GMT+04.00) Caucasus Standard Time|Asia/Baku|D
(GMT+04.00) Caucasus/Baku/Tbilisi/Yerevan|Asia/Tbilisi|D
(GMT+04.00) Moscow/St. Petersburg/Volgograd|Europe/Moscow|D
(GMT+04.00) Port Louis|Asia/Baku|D
(GMT+04.00) Tbilisi|Asia/Tbilisi|D
(GMT+04.00) Yerevan|Asia/Yerevan|D
(GMT+04.30) Kabul|Asia/Kabul|D
(GMT+05.00) Ekaterinburg|Asia/Yekaterinburg|D
(GMT+05.00) Islamabad/Karachi|Asia/Karachi|D
(GMT+05.00) Islamabad/Karachi/Sverdlovsk/Tashkent|Asia/Tashkent|D
(GMT+05.00) Sverdlovsk/Tashkent|Asia/Tashkent|D
(GMT+05.30) Calcutta/Chennai/Mumbai/New Delhi/India Standard Time|Asia/Kolkata|D
(GMT+05.30) Kolkata/Chennai/Mumbai/New Delhi/India Standard Time|Asia/Kolkata|D
(GMT+05.30) Sri Jayawardenepura/Sri Lanka|Asia/Kolkata|D
(GMT+05.45) Kathmandu/Nepal|Asia/Katmandu|D
(GMT+06.00) Almaty/North Central Asia/Novosibirsk|Asia/Novosibirsk|w
(GMT+06.00) Astana|Asia/Almaty|D
(GMT+06.00) Astana/Dhaka|Asia/Dhaka|D
(GMT+06.00) Dhaka|Asia/Dhaka|D
(GMT+06.00) Ekaterinburg|Asia/Yekaterinburg|D
(GMT+06.00) Novosibirsk|Asia/Novosibirsk|D
(GMT+06.00) Sri Jayawardenepura/Sri Lanka|Asia/Kolkata|D
(GMT+06.30) Rangoon|Asia/Rangoon|D
(GMT+07.00) Bangkok/Jakarta/Hanoi|Asia/Bangkok|D
(GMT+07.00) Krasnoyarsk/North Asia|Asia/Krasnoyarsk|D
(GMT+07.00) Novosibirsk|Asia/Novosibirsk|D
(GMT+08.00) Beijing/Chongqing/Hong Kong SAR/Urumqi|Asia/Shanghai|w
(GMT+08.00) Beijing/Chongqing/Hong Kong/Urumqi|Asia/Hong_Kong|D
(GMT+08.00) Irkutsk|Asia/Irkutsk|D
(GMT+08.00) Irkutsk/Ulaan Bataar|Asia/Irkutsk|D
(GMT+08.00) Krasnoyarsk/North Asia|Asia/Krasnoyarsk|D
(GMT+08.00) Kuala Lumpur/Singapore|Asia/Kuala_Lumpur|D
(GMT+08.00) Perth/Western Australia|Australia/Perth|D
(GMT+08.00) Taipei|Asia/Taipei|D
(GMT+08.00) Ulaanbaatar|Asia/Ulaanbaatar|D
(GMT+09.00) Irkutsk|Asia/Irkutsk|D
(GMT+09.00) Seoul/Korea Standard Time|Asia/Seoul|D
(GMT+09.00) Tokyo/Osaka/Sapporo|Asia/Tokyo|D
(GMT+09.00) Yakutsk|Asia/Yakutsk|D
(GMT+09.30) Adelaide (Commonwealth Games)|Australia/Adelaide|D
(GMT+09.30) Adelaide/Central Australia|Australia/Adelaide|D
(GMT+09.30) Darwin|Australia/Darwin|D
(GMT+10:00) Canberra, Melbourne, Sydney|Australia/Sydney|no
(GMT+10.00) Brisbane/East Australia|Australia/Brisbane|D
(GMT+10.00) Canberra, Melbourne, Sydney (Commonwealth Games)|Australia/Melbourne|D
(GMT+10.00) Canberra, Melbourne, Sydney, Hobart (Year 2000 only)|Australia/Melbourne|D
(GMT+10.00) Canberra/Melbourne/Sydney/Hobart (Year 2000 only)|Australia/Melbourne|D
(GMT+10.00) Guam/Port Moresby|Pacific/Guam|D
(GMT+10.00) Hobart (Commonwealth Games)|Australia/Melbourne|D
(GMT+10.00) Hobart/Tasmania|Australia/Hobart|D
(GMT+10.00) Melbourne/Sydney|Australia/Melbourne|D
(GMT+10.00) Vladivostok|Asia/Vladivostok|D
(GMT+10.00) Yakutsk|Asia/Yakutsk|D
(GMT+11.00) Magadan/Solomon Is./New Caledonia|Asia/Magadan|D
(GMT+11.00) Solomon Is./New Caledonia|Pacific/Noumea|D
(GMT+11.00) Vladivostok|Asia/Vladivostok|D
(GMT+12.00) Coordinated Universal Time+12|Pacific/Fiji|D
(GMT+12.00) Fiji|Pacific/Fiji|D
(GMT+12.00) Fiji/Kamchatka/Marshall Is.|Pacific/Fiji|D
(GMT+12.00) Magadan|Asia/Magadan|D
(GMT+12.00) Wellington/Auckland|Pacific/Auckland|D
(GMT+13.00) Nuku'alofa|Pacific/Tongatapu|D
(GMT+13.00) Samoa|Pacific/Apia|w
(GMT+13.00) Tonga/Nuku'alofa|Pacific/Tongatapu|D
(UTC-01:00) Azores|Atlantic/Azores|Mpno4
(UTC-01:00) Cabo Verde Is.|Atlantic/Cape_Verde|Mp
(UTC-01:00) Cape Verde Is.|Atlantic/Cape_Verde|4
(UTC-01:00) Cape Verde Islands|Atlantic/Cape_Verde|no
(UTC-02:00) Coordinated Universal Time -02|Etc/GMT+2|4
(UTC-02:00) Coordinated Universal Time-02|Etc/GMT+2|Mp
(UTC-02:00) Greenland|America/Godthab|?
(UTC-02:00) Mid-Atlantic|Etc/GMT+2|no4
(UTC-02:00) Mid-Atlantic - Old|Etc/GMT+2|M
(UTC-03:00) Araguaina|America/Araguaina|M
(UTC-03:00) Asuncion|America/Asuncion|?
(UTC-03:00) Brasilia|America/Sao_Paulo|Mpno4
(UTC-03:00) Buenos Aires|America/Buenos_Aires|no4
(UTC-03:00) Cayenne, Fortaleza|America/Cayenne|Mp4
(UTC-03:00) City of Buenos Aires|America/Buenos_Aires|Mp
(UTC-03:00) Georgetown|America/Cayenne|no
(UTC-03:00) Greenland|America/Godthab|Mpno
(UTC-03:00) Montevideo|America/Montevideo|Mpno4
(UTC-03:00) Punta Arenas|America/Punta_Arenas|M?
(UTC-03:00) Saint Pierre and Miquelon|America/Miquelon|M
(UTC-03:00) Salvador|America/Bahia|Mp
(UTC-03:30) Newfoundland|America/St_Johns|Mpno4
(UTC-04:00) Asuncion|America/Asuncion|Mpno4
(UTC-04:00) Atlantic Time (Canada)|America/Halifax|Mpno4
(UTC-04:00) Caracas|America/Caracas|Mp
(UTC-04:00) Cuiaba|America/Cuiaba|Mp4
(UTC-04:00) Georgetown, La Paz, Manaus, San Juan|America/La_Paz|Mp4
(UTC-04:00) Georgetown, La Paz, San Juan|America/La_Paz|no
(UTC-04:00) Manaus|America/Cuiaba|no
(UTC-04:00) Santiago|America/Santiago|Mpno4
(UTC-04:30) Caracas|America/Caracas|no4
(UTC-05:00) Bogota, Lima, Quito|America/Bogota|no4
(UTC-05:00) Bogota, Lima, Quito, Rio Branco|America/Bogota|Mp
(UTC-05:00) Chetumal|America/Cancun|Mp
(UTC-05:00) Eastern Time (US & Canada)|America/New_York|Mpno
(UTC-05:00) Eastern Time (US and Canada)|America/New_York|no4
(UTC-05:00) Haiti|America/Port-au-Prince|M
(UTC-05:00) Havana|America/Havana|M
(UTC-05:00) Indiana (East)|America/Indianapolis|Mpno
(UTC-05:00) Turks and Caicos|America/Grand_Turk|M?
(UTC-06:00) Central America|America/Guatemala|Mpno
(UTC-06:00) Central Time (US & Canada)|America/Chicago|Mpno
(UTC-06:00) Central Time (US and Canada)|America/Chicago|no4
(UTC-06:00) Easter Island|Pacific/Easter|M
(UTC-06:00) Guadalajara, Mexico City, Monterrey|America/Mexico_City|Mpno4
(UTC-06:00) Guadalajara, Mexico City, Monterrey - New|America/Mexico_City|no
(UTC-06:00) Saskatchewan|America/Regina|Mpno4
(UTC-07:00) Arizona|America/Phoenix|Mpno4
(UTC-07:00) Chihuahua, La Paz, Mazatlan|America/Mazatlan|Mno
(UTC-07:00) Chihuahua, La Paz, Mazatlan - New|America/Mazatlan|no
(UTC-07:00) La Paz, Mazatlan|America/Mazatlan|?
(UTC-07:00) Mountain Time (US & Canada)|America/Denver|Mpno
(UTC-07:00) Mountain Time (US and Canada)|America/Denver|no4
(UTC-07:00) Yukon|America/Whitehorse|?
(UTC-08:00) Baja California|America/Tijuana|M
(UTC-08:00) Coordinated Universal Time-08|Etc/GMT+8|M
(UTC-08:00) Pacific Time (US & Canada)|America/Los_Angeles|Mp
(UTC-08:00) Pacific Time (US & Canada); Tijuana|America/Los_Angeles|no
(UTC-08:00) Pacific Time (US and Canada)|Canada/Pacific|4
(UTC-08:00) Pacific Time (US and Canada); Tijuana|America/Los_Angeles|no
(UTC-08:00) Tijuana, Baja California|America/Tijuana|no
(UTC-08:00)Baja California|Mexico/BajaNorte|4
(UTC-09:00) Alaska|America/Anchorage|Mpno4
(UTC-09:00) Coordinated Universal Time-09|Etc/GMT+9|M
(UTC-09:30) Marquesas Islands|Pacific/Marquesas|M
(UTC-10:00) Aleutian Islands|America/Adak|M?
(UTC-10:00) Hawaii|Pacific/Honolulu|Mpno4
(UTC-11:00) Coordinated Universal Time -11|Etc/GMT+11|w
(UTC-11:00) Coordinated Universal Time-11|Etc/GMT+11|Mp
(UTC-11:00) Midway Island, Samoa|Pacific/Pago_Pago|w
(UTC-11:00)Samoa|Pacific/Pago_Pago|4
(UTC-12:00) International Date Line West|Etc/GMT+12|Mpno4
(UTC) Casablanca|Africa/Casablanca|no
(UTC) Coordinated Universal Time|Etc/UTC|Mpno4
(UTC) Dublin, Edinburgh, Lisbon, London|Europe/Dublin|4
(UTC) Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London|Europe/London|no
(UTC) Monrovia, Reykjavik|Africa/Abidjan|no4
(UTC+00:00) Casablanca|Africa/Casablanca|p
(UTC+00:00) Dublin, Edinburgh, Lisbon, London|Europe/London|Mp
(UTC+00:00) Monrovia, Reykjavik|Atlantic/Reykjavik|Mp
(UTC+00:00) Sao Tome|Africa/Sao_Tome|?
(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna|Europe/Berlin|Mpno4
(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague|Europe/Budapest|Mpno4
(UTC+01:00) Brussels, Copenhagen, Madrid, Paris|Europe/Paris|MpnoD4
(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris|Europe/Paris|D
(UTC+01:00) Casablanca|Africa/Casablanca|M
(UTC+01:00) Sao Tome|Africa/Sao_Tome|M
(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb|Europe/Warsaw|Mpno4
(UTC+01:00) West Central Africa|Africa/Lagos|Mpno4
(UTC+01:00) Windhoek|Africa/Windhoek|4
(UTC+02:00) Amman|Asia/Amman|Mpno4
(UTC+02:00) Athens, Bucharest|Europe/Bucharest|M?p4
(UTC+02:00) Athens, Bucharest, Istanbul|Europe/Bucharest|no4
(UTC+02:00) Beirut|Asia/Beirut|Mpno4
(UTC+02:00) Cairo|Africa/Cairo|Mpno4
(UTC+02:00) Chisinau|Europe/Chisinau|Mp
(UTC+02:00) Damascus|Asia/Damascus|Mp4
(UTC+02:00) Gaza, Hebron|Asia/Hebron|M
(UTC+02:00) Harare, Pretoria|Africa/Johannesburg|Mpno4
(UTC+02:00) Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius|Europe/Kiev|no
(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius|Europe/Kiev|Mp4
(UTC+02:00) Istanbul|Asia/Istanbul|4
(UTC+02:00) Jerusalem|Asia/Jerusalem|Mpno4
(UTC+02:00) Juba|Africa/Juba|?
(UTC+02:00) Kaliningrad|Europe/Kaliningrad|Mp
(UTC+02:00) Khartoum|Africa/Khartoum|Mp
(UTC+02:00) Minsk|Europe/Chisinau|no4
(UTC+02:00) Tripoli|Africa/Tripoli|Mp
(UTC+02:00) Windhoek|Africa/Windhoek|Mpno
(UTC+03:00) Amman|Asia/Amman|?
(UTC+03:00) Baghdad|Asia/Baghdad|Mpno4
(UTC+03:00) Damascus|Asia/Damascus|?
(UTC+03:00) Istanbul|Europe/Istanbul|Mp
(UTC+03:00) Kaliningrad|Europe/Kaliningrad|4
(UTC+03:00) Kuwait, Riyadh|Asia/Riyadh|Mpno4
(UTC+03:00) Minsk|Europe/Minsk|Mp
(UTC+03:00) Moscow, St. Petersburg|Europe/Moscow|M?
(UTC+03:00) Moscow, St. Petersburg, Volgograd|Europe/Moscow|pno
(UTC+03:00) Nairobi|Africa/Nairobi|Mpno4
(UTC+03:00) Tbilisi|Asia/Tbilisi|no
(UTC+03:00) Volgograd|Europe/Volgograd|?
(UTC+03:30) Tehran|Asia/Tehran|Mpno4
(UTC+04:00) Abu Dhabi, Muscat|Asia/Dubai|Mpno4
(UTC+04:00) Astrakhan, Ulyanovsk|Europe/Astrakhan|M
(UTC+04:00) Baku|Asia/Baku|Mpno4
(UTC+04:00) Baku, Tbilisi, Yerevan|Asia/Yerevan|no
(UTC+04:00) Izhevsk, Samara|Europe/Samara|Mp
(UTC+04:00) Moscow, St. Petersburg, Volgograd|Europe/Moscow|4
(UTC+04:00) Port Louis|Indian/Mauritius|Mpno4
(UTC+04:00) Saratov|Europe/Saratov|M
(UTC+04:00) Tbilisi|Asia/Tbilisi|Mp4
(UTC+04:00) Volgograd|Europe/Volgograd|M
(UTC+04:00) Yerevan|Asia/Yerevan|Mpno4
(UTC+04:30) Kabul|Asia/Kabul|Mpno4
(UTC+05:00) Ashgabat, Tashkent|Asia/Tashkent|Mp
(UTC+05:00) Astana|Asia/Qyzylorda|?
(UTC+05:00) Ekaterinburg|Asia/Yekaterinburg|Mpno
(UTC+05:00) Islamabad, Karachi|Asia/Karachi|Mpno4
(UTC+05:00) Qyzylorda|Asia/Qyzylorda|?
(UTC+05:00) Tashkent|Asia/Tashkent|no4
(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi|Asia/Calcutta|Mpno4
(UTC+05:30) Sri Jayawardenepura|Asia/Colombo|Mp4
(UTC+05:45) Kathmandu|Asia/Katmandu|Mpno4
(UTC+06:00) Almaty, Novosibirsk|Asia/Novosibirsk|no
(UTC+06:00) Astana|Asia/Almaty|p4
(UTC+06:00) Astana, Dhaka|Asia/Bishkek|no
(UTC+06:00) Bishkek|Asia/Bishkek|?
(UTC+06:00) Dhaka|Asia/Dhaka|Mp
(UTC+06:00) Ekaterinburg|Asia/Yekaterinburg|4
(UTC+06:00) Omsk|Asia/Omsk|M
(UTC+06:00) Sri Jayawardenepura|Asia/Colombo|no
(UTC+06:30) Yangon (Rangoon)|Asia/Rangoon|Mpno4
(UTC+07:00) Bangkok, Hanoi, Jakarta|Asia/Bangkok|Mpno4
(UTC+07:00) Barnaul, Gorno-Altaysk|Asia/Barnaul|M
(UTC+07:00) Hovd|Asia/Hovd|M
(UTC+07:00) Krasnoyarsk|Asia/Krasnoyarsk|Mpno
(UTC+07:00) Novosibirsk|Asia/Novosibirsk|Mp4
(UTC+07:00) Tomsk|Asia/Tomsk|M
(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi|Asia/Shanghai|Mpno4
(UTC+08:00) Irkutsk|Asia/Irkutsk|Mp
(UTC+08:00) Irkutsk, Ulaanbaatar|Asia/Irkutsk|no
(UTC+08:00) Krasnoyarsk|Asia/Krasnoyarsk|4
(UTC+08:00) Kuala Lumpur, Singapore|Asia/Singapore|Mpno4
(UTC+08:00) Perth|Australia/Perth|Mpno4
(UTC+08:00) Taipei|Asia/Taipei|Mpno4
(UTC+08:00) Ulaanbaatar|Asia/Ulaanbaatar|Mp4
(UTC+08:45) Eucla|Australia/Eucla|M
(UTC+09:00) Chita|Asia/Chita|M
(UTC+09:00) Irkutsk|Asia/Irkutsk|4
(UTC+09:00) Osaka, Sapporo, Tokyo|Asia/Tokyo|Mpno4
(UTC+09:00) Pyongyang|Asia/Pyongyang|Mp
(UTC+09:00) Seoul|Asia/Seoul|Mpno4
(UTC+09:00) Yakutsk|Asia/Yakutsk|Mpno
(UTC+09:30) Adelaide|Australia/Adelaide|Mpno4
(UTC+09:30) Darwin|Australia/Darwin|Mpno4
(UTC+10:00) Brisbane|Australia/Brisbane|Mpno4
(UTC+10:00) Canberra, Melbourne, Sydney|Australia/Sydney|Mpno4
(UTC+10:00) Guam, Port Moresby|Pacific/Port_Moresby|Mpno4
(UTC+10:00) Hobart|Australia/Hobart|Mpno4
(UTC+10:00) Vladivostok|Asia/Vladivostok|Mpno
(UTC+10:00) Yakutsk|Asia/Yakutsk|4
(UTC+10:30) Lord Howe Island|Australia/Lord_Howe|M
(UTC+11:00) Bougainville Island|Pacific/Bougainville|M
(UTC+11:00) Chokurdakh|Asia/Srednekolymsk|Mp
(UTC+11:00) Magadan|Asia/Magadan|Mp
(UTC+11:00) Magadan, Solomon Islands, New Caledonia|Pacific/Guadalcanal|no
(UTC+11:00) Norfolk Island|Pacific/Norfolk|M?
(UTC+11:00) Sakhalin|Asia/Sakhalin|M
(UTC+11:00) Solomon Is., New Caledonia|Pacific/Guadalcanal|Mp4
(UTC+11:00) Vladivostok|Asia/Vladivostok|4
(UTC+12:00) Anadyr, Petropavlovsk-Kamchatsky|Asia/Kamchatka|Mp
(UTC+12:00) Auckland, Wellington|Pacific/Auckland|Mpno4
(UTC+12:00) Coordinated Universal Time +12|NZ|4
(UTC+12:00) Coordinated Universal Time+12|Etc/GMT-12|Mp
(UTC+12:00) Fiji|Pacific/Fiji|Mp4
(UTC+12:00) Fiji, Kamchatka, Marshall Is.|Pacific/Fiji|no
(UTC+12:00) Magadan|Asia/Magadan|4
(UTC+12:00) Petropavlovsk-Kamchatsky|Asia/Kamchatka|no
(UTC+12:00) Petropavlovsk-Kamchatsky - Old|Asia/Kamchatka|M
(UTC+12:45) Chatham Islands|Pacific/Chatham|M
(UTC+13:00) Coordinated Universal Time+13|Etc/GMT-13|M
(UTC+13:00) Nuku'alofa|Pacific/Tongatapu|Mpno4
(UTC+13:00) Samoa|Pacific/Apia|Mp
(UTC+14:00) Kiritimati Island|Pacific/Kiritimati|Mp
0|UTC|c
1|Europe/London|c
10|America/New_York|c
11|America/Chicago|c
12|America/Denver|c
13|America/Los_Angeles|c
14|America/Anchorage|c
15|Pacific/Honolulu|c
16|Pacific/Midway|c
17|Pacific/Auckland|c
18|Australia/Brisbane|c
19|Australia/Adelaide|c
2|Europe/Lisbon|c
20|Asia/Tokyo|c
21|Asia/Singapore|c
22|Asia/Bangkok|c
23|Asia/Calcutta|c
24|Asia/Muscat|c
25|Asia/Tehran|c
26|Asia/Baghdad|c
27|Asia/Jerusalem|c
28|America/St_Johns|c
29|Atlantic/Azores|c
3|Europe/Paris|c
30|America/Noronha|c
31|Africa/Casablanca|c
32|America/Argentina/Buenos_Aires|c
33|America/Caracas|c
34|America/Indiana/Indianapolis|c
35|America/Bogota|c
36|America/Edmonton|c
37|America/Mexico_City|c
38|America/Phoenix|c
39|Pacific/Kwajalein|c
4|Europe/Berlin|c
40|Pacific/Fiji|c
41|Asia/Magadan|c
42|Australia/Hobart|c
43|Pacific/Guam|c
44|Australia/Darwin|c
45|Asia/Shanghai|c
46|Asia/Almaty|c
47|Asia/Karachi|c
48|Asia/Kabul|c
49|Africa/Cairo|c
5|Europe/Bucharest|c
50|Africa/Harare|c
51|Europe/Moscow|c
53|Atlantic/Cape_Verde|c
54|Asia/Baku|c
55|America/Guatemala|c
56|Africa/Nairobi|c
58|Asia/Yekaterinburg|c
59|Europe/Helsinki|c
6|Europe/Prague|c
60|America/Godthab|c
61|Asia/Rangoon|c
62|Asia/Kathmandu|c
63|Asia/Irkutsk|c
64|Asia/Krasnoyarsk|c
65|America/Santiago|c
66|Asia/Colombo|c
67|Pacific/Tongatapu|c
68|Asia/Vladivostok|c
69|Africa/Luanda|c
7|Europe/Athens|c
70|Asia/Yakutsk|c
71|Asia/Dhaka|c
72|Asia/Seoul|c
73|Australia/Perth|c
74|Asia/Kuwait|c
75|Asia/Taipei|c
76|Australia/Sydney|c
8|America/Sao_Paulo|c
9|America/Halifax|c
Abu Dhabi, Muscat|Asia/Muscat|xc
Adelaide, Central Australia|Australia/Adelaide|xc
Afghanistan|Asia/Kabul|lc
Afghanistan Standard Time|Asia/Kabul|wncDd4
Alaska|America/Anchorage|xc
Alaskan|America/Anchorage|lc
Alaskan Standard Time|America/Anchorage|wncDd4
Aleutian Standard Time|America/Adak|wncd
Almaty, Novosibirsk, North Central Asia|Asia/Novosibirsk|w
Altai Standard Time|Asia/Barnaul|wncd
Amsterdam, Berlin, Bern, Rom, Stockholm, Wien|Europe/Berlin|xc
Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna|Europe/Berlin|xc
Arab|Asia/Kuwait|lc
Arab Standard Time|Asia/Riyadh|wncDd4
Arab, Kuwait, Riyadh|Asia/Kuwait|xc
Arabian|Asia/Muscat|lc
Arabian Standard Time|Asia/Dubai|wncDd4
Arabic|Asia/Baghdad|lc
Arabic Standard Time|Asia/Baghdad|wncDd4
Argentina|America/Argentina/Buenos_Aires|lc
Argentina Standard Time|America/Buenos_Aires|wncDd4
Arizona|America/Phoenix|xc
Armenian|Asia/Yerevan|lc
Armenian Standard Time|Asia/Yerevan|wDd
Astana, Dhaka|Asia/Dhaka|xc
Astrakhan Standard Time|Europe/Astrakhan|wncd
Athens, Istanbul, Minsk|Europe/Athens|xc
Atlantic|America/Halifax|lc
Atlantic Standard Time|America/Halifax|wncDd4
Atlantic Time (Canada)|America/Halifax|xc
Auckland, Wellington|Pacific/Auckland|xc
AUS Central|Australia/Darwin|lc
AUS Central Standard Time|Australia/Darwin|wncDd4
Aus Central W. Standard Time|Australia/Eucla|wncd
AUS Eastern|Australia/Sydney|lc
AUS Eastern Standard Time|Australia/Sydney|wncDd4
Azerbaijan Standard Time|Asia/Baku|wncDd4
Azerbijan|Asia/Baku|lc
Azores|Atlantic/Azores|xlc
Azores Standard Time|Atlantic/Azores|wncDd4
Baghdad|Asia/Baghdad|xc
Bahia Standard Time|America/Bahia|wnc
Baku, Tbilisi, Yerevan|Asia/Baku|xc
Bangkok, Hanoi, Jakarta|Asia/Bangkok|xc
Bangladesh Standard Time|Asia/Dhaka|wncDd
Beijing, Chongqing, Hong Kong SAR, Urumqi|Asia/Shanghai|xc
Belarus Standard Time|Europe/Minsk|wncd
Belgrade, Pozsony, Budapest, Ljubljana, Prague|Europe/Prague|xc
Bogota, Lima, Quito|America/Bogota|xc
Bougainville Standard Time|Pacific/Bougainville|wncd
Brasilia|America/Sao_Paulo|xc
Brisbane, East Australia|Australia/Brisbane|xc
Brussels, Copenhagen, Madrid, Paris|Europe/Paris|xc
Bucharest|Europe/Bucharest|xc
Buenos Aires|America/Argentina/Buenos_Aires|xc
Cairo|Africa/Cairo|xc
Canada Central|America/Regina|w
Canada Central Standard Time|America/Regina|wncDd4
Canberra, Melbourne, Sydney|Australia/Sydney|c
Canberra, Melbourne, Sydney, Hobart|Australia/Sydney|c
Canberra, Melbourne, Sydney, Hobart (year 2000 only)|Australia/Sydney|x
Cape Verde|Atlantic/Cape_Verde|lc
Cape Verde Is.|Atlantic/Cape_Verde|xc
Cape Verde Standard Time|Atlantic/Cape_Verde|wncDd4
Caracas, La Paz|America/Caracas|xc
Casablanca, Monrovia|Africa/Casablanca|xc
Caucasus|Asia/Yerevan|lc
Caucasus Standard Time|Asia/Yerevan|wncDd4
Cen. Australia|Australia/Adelaide|lc
Cen. Australia Standard Time|Australia/Adelaide|wncDd4
Central|America/Chicago|lc
Central America|America/Guatemala|xlc
Central America Standard Time|America/Guatemala|wnc
Central Asia|Asia/Bishkek|lc
Central Asia Standard Time|Asia/Bishkek|wnD
Central Brazilian|America/Cuiaba|lc
Central Brazilian Standard Time|America/Cuiaba|wncDd4
Central Europe|Europe/Prague|lc
Central Europe Standard Time|Europe/Budapest|wncDd4
Central European|Europe/Sarajevo|lc
Central European Standard Time|Europe/Warsaw|wncDd4
Central Pacific|Pacific/Guadalcanal|lc
Central Pacific Standard Time|Pacific/Guadalcanal|wncDd4
Central Standard Time|America/Chicago|wncDd4
Central Standard Time (Mexico)|America/Mexico_City|wncDd4
Central Time (US & Canada)|America/Chicago|xc
Central Time (US and Canada)|America/Chicago|c
Chatham Islands Standard Time|Pacific/Chatham|wncd
China|Asia/Shanghai|lc
China Standard Time|Asia/Shanghai|wnc4
CST6CDT|America/Chicago|h
Cuba|America/Havana|h
Cuba Standard Time|America/Havana|wncd
Darwin|Australia/Darwin|xc
Dateline|Etc/GMT+12|w
Dateline Standard Time|Etc/GMT+12|wnc4
E. Africa|Africa/Nairobi|lc
E. Africa Standard Time|Africa/Nairobi|wncDd4
E. Australia|Australia/Brisbane|lc
E. Australia Standard Time|Australia/Brisbane|wncDd4
E. Europe|Europe/Chisinau|w
E. Europe Standard Time|Europe/Chisinau|wncDd4
E. South America|America/Sao_Paulo|lc
E. South America Standard Time|America/Sao_Paulo|wncDd4
East Africa, Nairobi|Africa/Nairobi|xc
Easter Island Standard Time|Pacific/Easter|wncd
Eastern|America/New_York|lc
Eastern Standard Time|America/New_York|wncDd4
Eastern Standard Time (Mexico)|America/Cancun|wncd
Eastern Time (US & Canada)|America/New_York|xc
Eastern Time (US and Canada)|America/New_York|c
Egypt|Africa/Cairo|lch
Egypt Standard Time|Africa/Cairo|wncDd4
Eire|Europe/Dublin|h
Ekaterinburg|Asia/Yekaterinburg|xlc
Ekaterinburg Standard Time|Asia/Yekaterinburg|wncDd4
Eniwetok, Kwajalein, Dateline Time|Etc/GMT+12|w
EST5EDT|America/New_York|h
Factory|UTC|h
Fiji|Pacific/Fiji|lc
Fiji Islands, Kamchatka, Marshall Is.|Pacific/Fiji|xc
Fiji Standard Time|Pacific/Fiji|wncDd4
FLE|Europe/Helsinki|lc
FLE Standard Time|Europe/Kiev|wncDd4
GB-Eire|Europe/London|h
Georgian|Asia/Tbilisi|lc
Georgian Standard Time|Asia/Tbilisi|wncDd4
GMT -0000 (Standard) / GMT -0000 (Daylight)|Africa/Casablanca|D
GMT -0000 (Standard) / GMT +0100 (Daylight)|Europe/London|D
GMT -0300 (Standard) / GMT -0200 (Daylight)|America/Sao_Paulo|D
GMT -0500 (Standard) / GMT -0400 (Daylight)|America/New_York|D
GMT -0600 (Standard) / GMT -0500 (Daylight)|America/Chicago|D
GMT -0700 (Standard) / GMT -0600 (Daylight)|America/Denver|D
GMT -0800 (Standard) / GMT -0700 (Daylight)|America/Los_Angeles|D
GMT +0100 (Standard) / GMT +0200 (Daylight)|Europe/Paris|D
GMT +0200 (Standard) / GMT +0200 (Daylight)|Africa/Harare|D
GMT +0200 (Standard) / GMT +0300 (Daylight)|Europe/Bucharest|D
GMT +0400 (Standard) / GMT +0400 (Daylight)|Asia/Dubai|D
GMT +0800 (Standard) / GMT +0900 (Daylight)|Asia/Kuala_Lumpur|D
GMT +1000 (Standard) / GMT +1100 (Daylight)|Australia/Melbourne|D
GMT Standard Time|Europe/London|wncDd4
GMT0|UTC|h
Greenland|America/Nuuk|xlc
Greenland Standard Time|America/Godthab|wncDd
Greenwich|Atlantic/Reykjavik|lch
Greenwich Mean Time; Dublin, Edinburgh, London|Europe/London|xc
Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London|Europe/Lisbon|xc
Greenwich Standard Time|Africa/Abidjan|wncDd4
GTB|Europe/Bucharest|lc
GTB Standard Time|Europe/Bucharest|wncDd4
Guam, Port Moresby|Pacific/Guam|xc
Haiti Standard Time|America/Port-au-Prince|wncd
Harare, Pretoria|Africa/Harare|xc
Hawaii|Pacific/Honolulu|xc
Hawaiian|Pacific/Honolulu|lc
Hawaiian Standard Time|Pacific/Honolulu|wncDd4
Helsinki, Riga, Tallinn|Europe/Helsinki|xc
Hobart, Tasmania|Australia/Hobart|xc
Hongkong|Asia/Hong_Kong|h
Iceland|Atlantic/Reykjavik|h
India|Asia/Kolkata|lc
India Standard Time|Asia/Calcutta|wncDd4
Indiana (East)|America/Indiana/Indianapolis|xc
Iran|Asia/Tehran|lch
Iran Standard Time|Asia/Tehran|wncDd4
Irkutsk, Ulaan Bataar|Asia/Irkutsk|xc
Islamabad, Karachi, Tashkent|Asia/Karachi|xc
Israel|Asia/Jerusalem|lch
Israel Standard Time|Asia/Jerusalem|wncDd4
Israel, Jerusalem Standard Time|Asia/Jerusalem|wxc
Jamaica|America/Jamaica|h
Japan|Asia/Tokyo|ch
Jordan|Asia/Amman|lc
Jordan Standard Time|Asia/Amman|wncDd4
Kabul|Asia/Kabul|xc
Kaliningrad Standard Time|Europe/Kaliningrad|wncDd4
Kamchatka Standard Time|Asia/Kamchatka|wDd
Kathmandu, Nepal|Asia/Kathmandu|xc
Kolkata, Chennai, Mumbai, New Delhi, India Standard Time|Asia/Kolkata|wxc
Korea|Asia/Seoul|lc
Korea Standard Time|Asia/Seoul|wncDd4
Krasnoyarsk|Asia/Krasnoyarsk|xc
Kuala Lumpur, Singapore|Asia/Singapore|xc
Kwajalein|Pacific/Kwajalein|h
Libya|Africa/Tripoli|h
Libya Standard Time|Africa/Tripoli|wncd
Line Islands Standard Time|Pacific/Kiritimati|wncd
Lord Howe Standard Time|Australia/Lord_Howe|wncd
Magadan Standard Time|Asia/Magadan|wncDd4
Magadan, Solomon Is., New Caledonia|Asia/Magadan|xc
Magallanes Standard Time|America/Punta_Arenas|wncd
Marquesas Standard Time|Pacific/Marquesas|wncd
Mauritius|Indian/Mauritius|lc
Mauritius Standard Time|Indian/Mauritius|wncDd4
Mexico|America/Mexico_City|lc
Mexico City, Tegucigalpa|America/Mexico_City|xc
Mexico Standard Time|America/Mexico_City|wD
Mexico Standard Time 2|America/Chihuahua|lc
Mid-Atlantic|America/Noronha|xc
Mid-Atlantic Standard Time|Atlantic/South_Georgia|wDd4
Middle East|Asia/Beirut|lc
Middle East Standard Time|Asia/Beirut|wncd4
Midway Island, Samoa|Pacific/Midway|xc
Mitteleuropäische Zeit|Europe/Vienna|4
Montevideo|America/Montevideo|lc
Montevideo Standard Time|America/Montevideo|wncDd4
Morocco|Africa/Casablanca|lc
Morocco Standard Time|Africa/Casablanca|wncDd
Moscow, St. Petersburg, Volgograd|Europe/Moscow|xc
Mountain|America/Denver|lc
Mountain Standard Time|America/Denver|wncDd4
Mountain Standard Time (Mexico)|America/Mazatlan|wn
Mountain Time (US & Canada)|America/Denver|xc
Mountain Time (US and Canada)|America/Denver|c
MST7MDT|America/Denver|h
Myanmar|Asia/Yangon|lc
Myanmar Standard Time|Asia/Rangoon|wncDd4
N. Central Asia|Asia/Novosibirsk|w
N. Central Asia Standard Time|Asia/Novosibirsk|wncDd4
Namibia|Africa/Windhoek|lc
Namibia Standard Time|Africa/Windhoek|wncDd4
Navajo|America/Denver|h
Nepal|Asia/Kathmandu|lc
Nepal Standard Time|Asia/Katmandu|wncDd4
New Zealand|Pacific/Auckland|lc
New Zealand Standard Time|Pacific/Auckland|wncDd4
Newfoundland|America/St_Johns|xlc
Newfoundland Standard Time|America/St_Johns|wncDd4
Norfolk Standard Time|Pacific/Norfolk|wncd
North Asia|Asia/Krasnoyarsk|lc
North Asia East|Asia/Irkutsk|lc
North Asia East Standard Time|Asia/Irkutsk|wncDd4
North Asia Standard Time|Asia/Krasnoyarsk|wncDd4
North Korea Standard Time|Asia/Pyongyang|wncd
Nuku'alofa, Tonga|Pacific/Tongatapu|xc
NZ-CHAT|Pacific/Chatham|h
Omsk Standard Time|Asia/Omsk|wncd
Osaka, Sapporo, Tokyo|Asia/Tokyo|xc
Pacific|America/Los_Angeles|lc
Pacific SA|America/Santiago|lc
Pacific SA Standard Time|America/Santiago|wncDd4
Pacific Standard Time|America/Los_Angeles|wnlcDd4
Pacific Standard Time (Mexico)|America/Tijuana|wncDd4
Pacific Time (US & Canada)|America/Los_Angeles|xc
Pacific Time (US & Canada); Tijuana|America/Los_Angeles|xc
Pacific Time (US and Canada)|America/Los_Angeles|c
Pacific Time (US and Canada); Tijuana|America/Los_Angeles|c
Pakistan|Asia/Karachi|lc
Pakistan Standard Time|Asia/Karachi|wncDd4
Paraguay Standard Time|America/Asuncion|wncDd4
Paris, Madrid, Brussels, Copenhagen|Europe/Paris|xc
Perth, Western Australia|Australia/Perth|xc
Poland|Europe/Warsaw|h
Portugal|Europe/Lisbon|h
Prague, Central Europe|Europe/Prague|xc
PST8PDT|America/Los_Angeles|h
Qyzylorda Standard Time|Asia/Qyzylorda|wncd
Rangoon|Asia/Yangon|xc
Romance|Europe/Paris|lc
Romance Standard Time|Europe/Paris|wncDd4
Russia Time Zone 10|Asia/Srednekolymsk|wncd
Russia Time Zone 11|Asia/Kamchatka|wncd
Russia Time Zone 3|Europe/Samara|wncd
Russian|Europe/Moscow|lc
Russian Standard Time|Europe/Moscow|wncDd4
SA Eastern|America/Cayenne|lc
SA Eastern Standard Time|America/Cayenne|wncDd4
SA Pacific|America/Bogota|lc
SA Pacific Standard Time|America/Bogota|wncDd4
SA Western|America/La_Paz|lc
SA Western Standard Time|America/La_Paz|wncDd4
Saint Pierre Standard Time|America/Miquelon|wncd
Sakhalin Standard Time|Asia/Sakhalin|wncd
Samoa|Pacific/Pago_Pago|w
Samoa Standard Time|Pacific/Apia|wnc
Santiago|America/Santiago|xc
Sao Tome Standard Time|Africa/Sao_Tome|wnc
Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb|Europe/Sarajevo|xc
Saratov Standard Time|Europe/Saratov|wncd
Saskatchewan|America/Regina|w
SE Asia|Asia/Bangkok|lc
SE Asia Standard Time|Asia/Bangkok|wncDd4
Seoul, Korea Standard time|Asia/Seoul|xc
Singapore|Asia/Singapore|lch
Singapore Standard Time|Asia/Singapore|wncDd4
South Africa|Africa/Johannesburg|lc
South Africa Standard Time|Africa/Johannesburg|wncDd4
South Sudan Standard Time|Africa/Juba|wnd
Sri Jayawardenepura, Sri Lanka|Asia/Colombo|xc
Sri Lanka|Asia/Colombo|lc
Sri Lanka Standard Time|Asia/Colombo|wncDd4
Sudan Standard Time|Africa/Khartoum|wncd
Syria Standard Time|Asia/Damascus|wncDd4
Taipei|Asia/Taipei|xlc
Taipei Standard Time|Asia/Taipei|wncDd4
Tasmania|Australia/Hobart|lc
Tasmania Standard Time|Australia/Hobart|wncDd4
Tehran|Asia/Tehran|xc
Tocantins Standard Time|America/Araguaina|wncd
Tokyo|Asia/Tokyo|lc
Tokyo Standard Time|Asia/Tokyo|wncDd4
Tomsk Standard Time|Asia/Tomsk|wncd
Tonga|Pacific/Tongatapu|lc
Tonga Standard Time|Pacific/Tongatapu|wncDd4
Transbaikal Standard Time|Asia/Chita|wncd
Turkey|Europe/Istanbul|h
Turkey Standard Time|Europe/Istanbul|wncDd4
Turks And Caicos Standard Time|America/Grand_Turk|wncd
Ulaanbaatar Standard Time|Asia/Ulaanbaatar|wncDd4
Universal|UTC|h
Universal Coordinated Time|UTC|xc
US Eastern|America/Indiana/Indianapolis|lc
US Eastern Standard Time|America/Indianapolis|wnc
US Mountain|America/Phoenix|lc
US Mountain Standard Time|America/Phoenix|wncDd4
UTC|Etc/UTC|wncd4
UTC-02|Etc/GMT+2|wncDd
UTC-08|Etc/GMT+8|wncd
UTC-09|Etc/GMT+9|wncd
UTC-11|Etc/GMT+11|wncDd
UTC-2|Etc/GMT+2|4
UTC+12|Etc/GMT-12|wncDd
UTC+13|Etc/GMT-13|wncd
Venezuela|America/Caracas|lc
Venezuela Standard Time|America/Caracas|wncDd4
Vladivostok|Asia/Vladivostok|xlc
Vladivostok Standard Time|Asia/Vladivostok|wncDd4
Volgograd Standard Time|Europe/Volgograd|wncd
W-SU|Europe/Moscow|h
W. Australia|Australia/Perth|lc
W. Australia Standard Time|Australia/Perth|wncDd4
W. Central Africa|Africa/Lagos|lc
W. Central Africa Standard Time|Africa/Lagos|wncDd4
W. Europe|Europe/Amsterdam|lc
W. Europe Standard Time|Europe/Berlin|wncDd4
W. Mongolia Standard Time|Asia/Hovd|wncd
West Asia|Asia/Tashkent|lc
West Asia Standard Time|Asia/Tashkent|wncDd4
West Bank Standard Time|Asia/Hebron|wncd
West Central Africa|Africa/Luanda|xc
West Pacific|Pacific/Port_Moresby|lc
West Pacific Standard Time|Pacific/Port_Moresby|wncDd4
Yakutsk|Asia/Yakutsk|xlc
Yakutsk Standard Time|Asia/Yakutsk|wncDd4
Yukon Standard Time|America/Whitehorse|wncd
Zulu|UTC|h
`;
