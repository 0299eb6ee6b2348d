/*
 * Owns the Greenroom of the console kind on Windows: bin\greenroom.exe, which the installers put on PATH. Prompts do not
 * wait for the program itself, which is of the window kind; they wait for this, and get what it prints and its exit code.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <string.h>
#include <wchar.h>

/* sysexits(3), as the program itself ends for a fault of its own. */
#define FAULT 70
/* A Ctrl-C reaches the program too, which then ends what it has started. */
#define PATIENCE_MS 3000
/* The longest path, and the longest command line, that Windows knows. */
#define LONGEST 32768

static HANDLE program;

static BOOL WINAPI on_control(DWORD event) {
  (void)event;
  /* Ended by itself: its exit code is on the way. Else this process ends, and the job ends the program with it. */
  return program != NULL && WaitForSingleObject(program, PATIENCE_MS) == WAIT_OBJECT_0;
}

static int fault(const char *sentence) {
  DWORD written;
  WriteFile(GetStdHandle(STD_ERROR_HANDLE), sentence, (DWORD)strlen(sentence), &written, NULL);
  return FAULT;
}

static BOOL is_console(HANDLE handle) {
  DWORD mode;
  return GetConsoleMode(handle, &mode);
}

/* Brings what the program prints to the console. */
static DWORD WINAPI pass_on(void *of) {
  HANDLE *ends = of;
  char bytes[4096];
  DWORD length, written;
  while (ReadFile(ends[0], bytes, sizeof bytes, &length, NULL) && length > 0)
    WriteFile(ends[1], bytes, length, &written, NULL);
  return 0;
}

/*
 * What the program gets for an output of ours. It finds the console itself, but only where neither of its outputs is
 * given: beside one that is redirected, the console's is passed on by a thread.
 */
static HANDLE output_for(HANDLE own, BOOL beside_redirected, HANDLE ends[2], HANDLE *thread) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  HANDLE write_end;
  if (!is_console(own)) {
    SetHandleInformation(own, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return own;
  }
  if (!beside_redirected || !CreatePipe(&ends[0], &write_end, &inherited, 0)) return NULL;
  SetHandleInformation(ends[0], HANDLE_FLAG_INHERIT, 0);
  ends[1] = own;
  *thread = CreateThread(NULL, 0, pass_on, ends, 0, NULL);
  return write_end;
}

/* The command line behind the name by which this was called, as it was given: what is quoted stays so. */
static const wchar_t *words_of(const wchar_t *line) {
  BOOL quoted = FALSE;
  for (; *line != 0 && (quoted || (*line != L' ' && *line != L'\t')); line++)
    if (*line == L'"') quoted = !quoted;
  return line;
}

/* The program stands in the folder above. */
static BOOL find_program(wchar_t *path) {
  DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
  if (length == 0 || length >= LONGEST) return FALSE;
  for (int folders = 0; folders < 2; folders++) {
    wchar_t *last = wcsrchr(path, L'\\');
    if (last == NULL) return FALSE;
    *last = 0;
  }
  if (wcslen(path) + wcslen(L"\\greenroom.exe") >= LONGEST) return FALSE;
  wcscat(path, L"\\greenroom.exe");
  return TRUE;
}

int main(void) {
  static wchar_t path[LONGEST], line[2 * LONGEST];
  static HANDLE ends[2][2];
  HANDLE threads[2] = {NULL, NULL};
  HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE), err = GetStdHandle(STD_ERROR_HANDLE), in = GetStdHandle(STD_INPUT_HANDLE);
  STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
  PROCESS_INFORMATION started;
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  DWORD code = FAULT;
  UINT page;

  if (!find_program(path)) return fault("greenroom: this file is not where its installer put it.\n");
  /* Behind "--" the runtime takes no word for a switch or an address of its own. */
  if (wcslen(path) + wcslen(GetCommandLineW()) + 8 >= LONGEST) return fault("greenroom: the command is too long.\n");
  wcscpy(line, L"\"");
  wcscat(line, path);
  wcscat(line, L"\" --");
  wcscat(line, words_of(GetCommandLineW()));

  if (is_console(in)) in = NULL;
  else SetHandleInformation(in, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  start.hStdInput = in;
  start.hStdOutput = output_for(out, !is_console(err), ends[0], &threads[0]);
  start.hStdError = output_for(err, !is_console(out), ends[1], &threads[1]);

  /* Whoever ends this ends the program. What the program opens for the person, such as a browser, stays. */
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  SetConsoleCtrlHandler(on_control, TRUE);
  /* Else it would not look for the console. */
  SetEnvironmentVariableW(L"ELECTRON_NO_ATTACH_CONSOLE", NULL);
  if (!CreateProcessW(path, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &started))
    return fault("greenroom: the program in the folder above could not be started. Install Greenroom again.\n");
  AssignProcessToJobObject(job, started.hProcess);
  program = started.hProcess;
  ResumeThread(started.hThread);

  /* What is passed on is UTF-8. */
  page = GetConsoleOutputCP();
  if (threads[0] != NULL || threads[1] != NULL) SetConsoleOutputCP(CP_UTF8);
  for (int index = 0; index < 2; index++)
    if (threads[index] != NULL) CloseHandle(index == 0 ? start.hStdOutput : start.hStdError);
  WaitForSingleObject(program, INFINITE);
  for (int index = 0; index < 2; index++)
    if (threads[index] != NULL) WaitForSingleObject(threads[index], PATIENCE_MS);
  if (page != 0) SetConsoleOutputCP(page);
  GetExitCodeProcess(program, &code);
  return (int)code;
}
