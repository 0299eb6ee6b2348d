/*
 * A stand-in for the program of the window kind: it finds the console as Electron's does (only where neither of its outputs
 * is given), prints its words and what it reads, and ends with the code that its second word names.
 */
#include <windows.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static HANDLE given(FILE *stream) {
  return _fileno(stream) >= 0 ? (HANDLE)_get_osfhandle(_fileno(stream)) : INVALID_HANDLE_VALUE;
}

static void say(HANDLE to, const char *text, DWORD length) {
  DWORD written;
  WriteFile(to, text, length, &written, NULL);
}

int main(int count, char **words) {
  char text[4096];
  HANDLE out = given(stdout), err = given(stderr);
  if (out == INVALID_HANDLE_VALUE && err == INVALID_HANDLE_VALUE) {
    AttachConsole(ATTACH_PARENT_PROCESS);
    out = err = CreateFileA("CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                            OPEN_EXISTING, 0, NULL);
  }
  for (int index = 1; index < count; index++) say(out, text, (DWORD)snprintf(text, sizeof text, "[%s]", words[index]));
  say(out, "\r\n", 2);
  say(err, "beside it\r\n", 11);
  if (count > 3 && strcmp(words[3], "-") == 0)
    for (size_t length; (length = fread(text, 1, sizeof text, stdin)) > 0;) say(out, text, (DWORD)length);
  if (count > 3 && strcmp(words[3], "wait") == 0) Sleep(INFINITE);
  return count > 2 ? atoi(words[2]) : 7;
}
