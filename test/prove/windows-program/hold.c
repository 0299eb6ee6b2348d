/* Holds a file open as a virus scanner does: others may read it, nobody may replace it. Ends when the file C:\let-go.txt is there. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  if (count != 2) return 2;
  HANDLE file = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return 1;
  puts("held");
  fflush(stdout);
  while (GetFileAttributesW(L"C:\\let-go.txt") == INVALID_FILE_ATTRIBUTES) Sleep(50);
  return 0;
}
