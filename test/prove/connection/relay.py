# Carries packets between two network namespaces by a TUN device in each, later by a set time each way.
# Words: the two namespaces, and the milliseconds each way.
import ctypes, fcntl, heapq, os, select, struct, subprocess, sys, time

libc = ctypes.CDLL(None, use_errno=True)


def tun(space, address):
    with open('/run/netns/' + space) as there:
        if libc.setns(there.fileno(), 0x40000000) != 0:
            raise OSError(ctypes.get_errno(), 'setns')
    device = os.open('/dev/net/tun', os.O_RDWR)
    # IFF_TUN | IFF_NO_PI
    fcntl.ioctl(device, 0x400454CA, struct.pack('16sH', b'way', 0x1001))
    for words in (['addr', 'add', address, 'dev', 'way'], ['link', 'set', 'way', 'up'], ['link', 'set', 'lo', 'up']):
        subprocess.run(['/sbin/ip', *words], check=True)
    return device


near, far, delay = tun(sys.argv[1], '198.51.100.2/24'), tun(sys.argv[2], '198.51.100.1/24'), float(sys.argv[3]) / 1000
waiting, count = [], 0
print('ready', flush=True)
while True:
    left = max(0, waiting[0][0] - time.monotonic()) if waiting else None
    for device in select.select([near, far], [], [], left)[0]:
        count += 1
        heapq.heappush(waiting, (time.monotonic() + delay, count, far if device == near else near, os.read(device, 65536)))
    while waiting and waiting[0][0] <= time.monotonic():
        _, _, device, packet = heapq.heappop(waiting)
        os.write(device, packet)
