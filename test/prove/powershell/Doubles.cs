// Stand-ins for the parts of .NET that only Windows has. They have the shape (names, overloads, thrown exceptions) of the
// real ones, so that PowerShell resolves calls on them as it would there.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;

namespace Greenroom.Doubles
{
    public sealed class Key : IDisposable
    {
        public readonly SortedDictionary<string, Key> Keys = new(StringComparer.OrdinalIgnoreCase);
        public readonly List<KeyValuePair<string, object>> Values = new();
        public string Name { get; }
        /// <summary>Thrown when the key is opened, or when its values are read.</summary>
        public Exception Closed, Broken;
        public Key(string name) { Name = name; }

        public object ValueOf(string name)
        {
            foreach (var pair in Values) if (string.Equals(pair.Key, name ?? "", StringComparison.OrdinalIgnoreCase)) return pair.Value;
            return null;
        }
        public object GetValue(string name) => GetValue(name, null);
        public object GetValue(string name, object defaultValue)
        {
            if (Broken != null) throw Broken;
            return ValueOf(name) ?? defaultValue;
        }
        public object GetValue(string name, object defaultValue, Microsoft.Win32.RegistryValueOptions options) => GetValue(name, defaultValue);
        public string[] GetSubKeyNames() { if (Broken != null) throw Broken; return Keys.Values.Select(k => k.Name.Substring(k.Name.LastIndexOf('\\') + 1)).ToArray(); }
        public string[] GetValueNames() => Values.Select(v => v.Key).ToArray();
        public Key OpenSubKey(string name) => OpenSubKey(name, false);
        public Key OpenSubKey(string name, bool writable)
        {
            if (writable) throw new InvalidOperationException("Nothing may be written.");
            if (Registry.OpenFault != null) throw Registry.OpenFault;
            Key key = this;
            foreach (var part in name.Split('\\', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!key.Keys.TryGetValue(part, out key)) return null;
                if (key.Closed != null) throw key.Closed;
            }
            Registry.Opened++;
            return key;
        }
        public void Close() { Registry.Opened--; }
        public void Dispose() => Close();

        public Key Make(string path)
        {
            Key key = this;
            foreach (var part in path.Split('\\', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!key.Keys.TryGetValue(part, out var next)) key.Keys.Add(part, next = new Key(key.Name + "\\" + part));
                key = next;
            }
            return key;
        }
    }

    public static class Registry
    {
        public static Key LocalMachine = new("HKEY_LOCAL_MACHINE");
        public static Key CurrentUser = new("HKEY_CURRENT_USER");
        public static Exception OpenFault;
        /// <summary>Handles that were opened and not closed again.</summary>
        public static int Opened;

        public static Key Hive(string path) =>
            path.StartsWith("HKLM\\", StringComparison.OrdinalIgnoreCase) || path.StartsWith("HKEY_LOCAL_MACHINE", StringComparison.OrdinalIgnoreCase)
                ? LocalMachine : CurrentUser;
        public static string Below(string path) => path.Contains('\\') ? path.Substring(path.IndexOf('\\') + 1) : "";
        public static Key Make(string path) => Hive(path).Make(Below(path));
        public static void Set(string path, string name, object value) => Make(path).Values.Add(new(name, value));
        /// <summary>Null where there is none. "Registry::" may stand in front.</summary>
        public static Key Find(string path)
        {
            if (path.StartsWith("Registry::", StringComparison.OrdinalIgnoreCase)) path = path.Substring(10);
            if (OpenFault != null) throw OpenFault;
            Key key = Hive(path);
            foreach (var part in Below(path).Split('\\', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!key.Keys.TryGetValue(part, out key)) return null;
                if (key.Closed != null) throw key.Closed;
            }
            return key;
        }
        public static void Clear()
        {
            LocalMachine = new("HKEY_LOCAL_MACHINE"); CurrentUser = new("HKEY_CURRENT_USER"); OpenFault = null; Opened = 0;
        }
    }

    public sealed class Drive
    {
        public static List<Drive> All = new();
        public static Exception Fault;
        public static Drive[] GetDrives() { if (Fault != null) throw Fault; return All.ToArray(); }
        public string Name { get; set; }
        public System.IO.DriveType DriveType { get; set; }
        public bool Ready { get; set; } = true;
        public bool IsReady => Ready;
    }

    public sealed class Card
    {
        public static List<Card> All = new();
        public static Exception Fault;
        public static Card[] GetAllNetworkInterfaces() { if (Fault != null) throw Fault; return All.ToArray(); }
        public NetworkInterfaceType NetworkInterfaceType { get; set; }
        public OperationalStatus OperationalStatus { get; set; }
        public string Gateway = "";
        public CardProperties GetIPProperties() => new(Gateway == "" ? Array.Empty<Gateway>() : new[] { new Gateway(IPAddress.Parse(Gateway)) });
    }
    public sealed record CardProperties(Gateway[] GatewayAddresses);
    public sealed record Gateway(IPAddress Address);

    /// <summary>
    /// What ConvertTo-Json of Windows PowerShell 5.1 would print as an object with more members, and 7 prints as the plain
    /// value: arrays and dates wrapped in a PSObject, and texts with notes (as names from a provider carry them).
    /// </summary>
    public static class Wrapped
    {
        public static List<string> In(object value) { var found = new List<string>(); Walk(value, "", found); return found; }
        private static void Walk(object value, string path, List<string> found)
        {
            var wrapped = value as System.Management.Automation.PSObject;
            var bare = wrapped == null ? value : wrapped.BaseObject;
            if (wrapped != null)
            {
                var notes = 0;
                foreach (var property in wrapped.Properties) if (property.IsInstance && property is System.Management.Automation.PSNoteProperty) notes++;
                if (bare is Array || bare is System.Collections.IList || bare is DateTime || notes > 0) found.Add($"{path}: {bare.GetType().Name} in a PSObject, {notes} notes");
            }
            if (bare is System.Collections.IDictionary dictionary)
                foreach (System.Collections.DictionaryEntry entry in dictionary) Walk(entry.Value, $"{path}.{entry.Key}", found);
            else if (bare is System.Collections.IEnumerable list && !(bare is string))
            {
                var index = 0;
                foreach (var item in list) Walk(item, $"{path}[{index++}]", found);
            }
            else if (bare != null && !(bare is string || bare is bool || bare.GetType().IsPrimitive))
                found.Add($"{path}: a {bare.GetType().FullName}");
        }
    }

    /// <summary>Exceptions with an HRESULT of one's choice, as COM throws them.</summary>
    public static class Faults
    {
        public static Exception Com(string code) => new System.Runtime.InteropServices.COMException("Exception from HRESULT: " + code, unchecked((int)Convert.ToUInt32(code, 16)));
        public static Exception Denied() => new UnauthorizedAccessException("Access is denied.");
        public static Exception Security() => new System.Security.SecurityException("Requested registry access is not allowed.");
        public static Exception Marked() => new System.IO.IOException("Illegal operation attempted on a registry key that has been marked for deletion.", unchecked((int)0x800703FA));
    }

    /// <summary>What runs and lets itself be joined; .NET knows it only on Windows.</summary>
    public static class Marshal
    {
        public static object Active;
        public static object GetActiveObject(string name) =>
            Active ?? throw Faults.Com("800401E3");
    }

    /// <summary>An event of Outlook's. What Outlook guards by a question to the person refuses.</summary>
    public sealed class Appointment
    {
        public string GlobalAppointmentID { get; set; } = "";
        public string Subject { get; set; }
        public string Location { get; set; }
        public DateTime StartUTC { get; set; }
        public DateTime EndUTC { get; set; }
        public DateTime Start => DateTime.SpecifyKind(StartUTC, DateTimeKind.Utc).ToLocalTime();
        public DateTime End => DateTime.SpecifyKind(EndUTC, DateTimeKind.Utc).ToLocalTime();
        public bool AllDayEvent { get; set; }
        public int RecurrenceState { get; set; }
        public int MeetingStatus { get; set; } = 3;
        public int ResponseStatus { get; set; } = 3;
        private int busy = 2;
        /// <summary>-1: it cannot be read.</summary>
        public int BusyStatus { get => busy < 0 ? throw Faults.Com("80020009") : busy; set => busy = value; }
        public object Body => throw Faults.Com("80004004");
        public object RTFBody => throw Faults.Com("80004004");
        public object Organizer => throw Faults.Com("80004004");
        public object RequiredAttendees => throw Faults.Com("80004004");
        public object OptionalAttendees => throw Faults.Com("80004004");
        public object Resources => throw Faults.Com("80004004");
        public object Recipients => throw Faults.Com("80004004");
        public object PropertyAccessor => throw Faults.Com("80004004");
    }

    /// <summary>The events of a calendar, found by questions whose dates are in Outlook's own language.</summary>
    public sealed class Appointments
    {
        /// <summary>Null: that of the one who asks.</summary>
        public static System.Globalization.CultureInfo Language;
        private readonly List<Appointment> all;
        private bool sorted;
        private int at;
        public Appointments(IEnumerable<Appointment> all) { this.all = all.ToList(); }
        public bool IncludeRecurrences { get; set; }
        public int Count => throw new InvalidOperationException("Endless series are not counted.");
        public void Sort(string property)
        {
            if (property != "[Start]" || IncludeRecurrences) throw new InvalidOperationException("Sorted first, by the start.");
            sorted = true;
        }
        public Appointments Restrict(string filter)
        {
            if (IncludeRecurrences && !sorted) throw new InvalidOperationException("Not sorted.");
            var parts = System.Text.RegularExpressions.Regex.Match(filter, @"^\[Start\] <=? '([^']+)' AND \[End\] >=? '([^']+)'$");
            if (!parts.Success) throw Faults.Com("80020009");
            var language = Language ?? System.Globalization.CultureInfo.CurrentCulture;
            // What is no date in its language is none that anything lies near.
            if (!DateTime.TryParse(parts.Groups[1].Value, language, out var before) || !DateTime.TryParse(parts.Groups[2].Value, language, out var after)) return new(Array.Empty<Appointment>());
            return new(all.Where(one => one.Start <= before && one.End >= after));
        }
        public Appointment GetFirst() { at = 0; return GetNext(); }
        public Appointment GetNext() => at < all.Count ? all[at++] : null;
    }

    public sealed class CalendarFolder
    {
        private readonly List<Appointment> all;
        public string Name { get; set; } = "Calendar";
        public CalendarFolder(IEnumerable<Appointment> all) { this.all = all.ToList(); }
        public Appointments Items => new(all);
    }

    public sealed class Store
    {
        public string StoreID { get; set; }
        public string DisplayName { get; set; }
        public CalendarFolder Folder { get; set; }
        public Exception Refusal { get; set; }
        public CalendarFolder GetDefaultFolder(int kind)
        {
            if (kind != 9) throw new InvalidOperationException("Not the calendar.");
            return Refusal == null ? Folder : throw Refusal;
        }
    }

    /// <summary>A running Outlook. What would open a window of it, or a profile, refuses.</summary>
    public sealed class Outlook
    {
        public List<Store> Stores { get; } = new();
        public bool Offline { get; set; }
        public Outlook GetNamespace(string name) => name == "MAPI" ? this : throw new InvalidOperationException(name);
        public object ActiveExplorer() => throw new InvalidOperationException("A window.");
        public object ActiveInspector() => throw new InvalidOperationException("A window.");
        public void Logon() => throw new InvalidOperationException("A profile.");
        public void Quit() => throw new InvalidOperationException("It is the person's.");
    }

    /// <summary>A COM object of which reading a property or calling a method throws.</summary>
    public sealed class Thrower
    {
        private readonly Exception fault;
        public Thrower(Exception fault) { this.fault = fault; }
        public object RebootRequired => throw fault;
        public object Settings => throw fault;
        public object Results => throw fault;
        public object CreateUpdateSearcher() => throw fault;
        public object NameSpace(object folder) => throw fault;
    }
}
