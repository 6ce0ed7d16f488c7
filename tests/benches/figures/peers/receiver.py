# The peer of T5: pysiaalarm's own threaded TCP receiver, whose events are stored in SQLite.
# It acknowledges a frame before it calls us, so its acknowledgement is not durable.
import sqlite3
import sys
import threading

from pysiaalarm import SIAAccount, SIAClient

port, path = int(sys.argv[1]), sys.argv[2]
store = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
store.execute("PRAGMA journal_mode = WAL")
store.execute("PRAGMA synchronous = FULL")
store.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, account TEXT, code TEXT, message TEXT)")
one_at_a_time = threading.Lock()


def keep(event):
    with one_at_a_time:
        row = (event.account, event.code, event.full_message)
        store.execute("INSERT INTO events (account, code, message) VALUES (?, ?, ?)", row)


client = SIAClient("127.0.0.1", port, [SIAAccount("1234", allowed_timeband=None)], keep)
client.start()
print("ready", flush=True)
sys.stdin.read()
