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
