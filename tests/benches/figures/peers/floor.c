// The floor of T1 and T5: one thread, one epoll, SQLite in WAL with synchronous=FULL, group commit.
//
// It decides nothing. For each request it writes the rows that the station wrote for the same request, byte for byte
// (copied from a station's database, with ids of their own); or in its lean form one row, which holds the state that
// the station keeps and an index of when it is due. Requests that are ready together share a commit; answers leave
// after it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "sqlite3.h"

enum { CONNECTIONS = 64, TEXT = 16384, BUFFER = 8192, STEPS = 2, EFFECTS = 8 };

struct step {
    char input[TEXT], outputs[TEXT], state[TEXT];
    int effects, n[EFFECTS];
    char instruction[EFFECTS][TEXT];
};

struct connection {
    int fd, filled, answer_length;
    char buffer[BUFFER], answer[512];
};

static sqlite3 *db;
static sqlite3_stmt *begin, *commit, *find, *put_signal, *put_journal, *put_effect, *put_lean;
static struct step steps[STEPS];
static char home[64];
static int lean;
static struct connection connections[CONNECTIONS];
static uint64_t counter;

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, db ? sqlite3_errmsg(db) : strerror(errno));
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(sqlite3 *in, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(in, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) fail(sql);
    return statement;
}

static void finish(sqlite3_stmt *statement) {
    int result = sqlite3_step(statement);
    if (result != SQLITE_DONE && result != SQLITE_ROW) fail("a statement");
    sqlite3_reset(statement);
}

static int64_t now_us(void) {
    struct timespec time;
    clock_gettime(CLOCK_BOOTTIME, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void text(sqlite3_stmt *row, int column, char *into, size_t size) {
    const char *value = (const char *)sqlite3_column_text(row, column);
    if (!value || strlen(value) >= size) fail("a text of the pattern");
    strcpy(into, value);
}

// The rows of a hold and of the commit after it, as a station wrote them.
static void read_pattern(const char *path, const char *signal) {
    sqlite3 *pattern;
    if (sqlite3_open_v2(path, &pattern, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("the pattern");
    sqlite3_stmt *schema = prepare(pattern, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid");
    while (sqlite3_step(schema) == SQLITE_ROW) run((const char *)sqlite3_column_text(schema, 0));
    sqlite3_finalize(schema);
    sqlite3_stmt *journal =
        prepare(pattern, "SELECT home, input, outputs, state FROM journal WHERE signal = ? AND seq = ?");
    sqlite3_stmt *effects =
        prepare(pattern, "SELECT n, instruction FROM effects WHERE signal = ? AND seq = ? ORDER BY n");
    for (int seq = 0; seq < STEPS; seq++) {
        struct step *step = &steps[seq];
        sqlite3_bind_text(journal, 1, signal, -1, SQLITE_STATIC);
        sqlite3_bind_int(journal, 2, seq);
        if (sqlite3_step(journal) != SQLITE_ROW) fail("no row of the pattern");
        text(journal, 0, home, sizeof home);
        text(journal, 1, step->input, TEXT);
        text(journal, 2, step->outputs, TEXT);
        text(journal, 3, step->state, TEXT);
        sqlite3_reset(journal);
        sqlite3_bind_text(effects, 1, signal, -1, SQLITE_STATIC);
        sqlite3_bind_int(effects, 2, seq);
        while (sqlite3_step(effects) == SQLITE_ROW) {
            if (step->effects == EFFECTS) fail("too many effects in the pattern");
            step->n[step->effects] = sqlite3_column_int(effects, 0);
            text(effects, 1, step->instruction[step->effects++], TEXT);
        }
        sqlite3_reset(effects);
    }
    sqlite3_finalize(journal);
    sqlite3_finalize(effects);
    sqlite3_close(pattern);
}

static void open_store(const char *path, const char *pattern, const char *signal) {
    if (sqlite3_open(path, &db) != SQLITE_OK) fail("the database");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA foreign_keys = OFF");
    begin = prepare(db, "BEGIN IMMEDIATE");
    commit = prepare(db, "COMMIT");
    read_pattern(pattern, signal);
    run("CREATE TABLE incidents (id TEXT PRIMARY KEY, due_us INTEGER NOT NULL, state TEXT NOT NULL) STRICT");
    run("CREATE INDEX incidents_due ON incidents (due_us)");
    put_lean = prepare(db, "INSERT OR REPLACE INTO incidents VALUES (?, ?, ?)");
    find = prepare(db, "SELECT s.seq, j.state FROM signals s JOIN journal j ON j.home = s.home AND j.signal = s.signal "
                       "AND j.seq = s.seq WHERE s.home = ? AND s.signal = ?");
    put_signal = prepare(db, "INSERT INTO signals (home, signal, incident, seq, open, due_us, accepted_ms) "
                             "VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT (home, signal) DO UPDATE SET "
                             "seq = excluded.seq, open = excluded.open, due_us = excluded.due_us");
    put_journal = prepare(db, "INSERT INTO journal (home, signal, seq, at_ms, machine_version, input, outputs, state) "
                              "VALUES (?, ?, ?, ?, 1, ?, ?, ?)");
    put_effect = prepare(db, "INSERT INTO effects (home, signal, seq, n, instruction) VALUES (?, ?, ?, ?, ?)");
}

static void append(const char *signal, const char *incident, int seq) {
    struct step *step = &steps[seq];
    int64_t now = now_us();
    sqlite3_bind_text(put_signal, 1, home, -1, SQLITE_STATIC);
    sqlite3_bind_text(put_signal, 2, signal, 32, SQLITE_STATIC);
    sqlite3_bind_text(put_signal, 3, incident, 32, SQLITE_STATIC);
    sqlite3_bind_int(put_signal, 4, seq);
    sqlite3_bind_int64(put_signal, 5, now + 7000000);
    sqlite3_bind_int64(put_signal, 6, now / 1000);
    finish(put_signal);
    sqlite3_bind_text(put_journal, 1, home, -1, SQLITE_STATIC);
    sqlite3_bind_text(put_journal, 2, signal, 32, SQLITE_STATIC);
    sqlite3_bind_int(put_journal, 3, seq);
    sqlite3_bind_int64(put_journal, 4, now / 1000);
    sqlite3_bind_text(put_journal, 5, step->input, -1, SQLITE_STATIC);
    sqlite3_bind_text(put_journal, 6, step->outputs, -1, SQLITE_STATIC);
    sqlite3_bind_text(put_journal, 7, step->state, -1, SQLITE_STATIC);
    finish(put_journal);
    for (int i = 0; i < step->effects; i++) {
        sqlite3_bind_text(put_effect, 1, home, -1, SQLITE_STATIC);
        sqlite3_bind_text(put_effect, 2, signal, 32, SQLITE_STATIC);
        sqlite3_bind_int(put_effect, 3, seq);
        sqlite3_bind_int(put_effect, 4, step->n[i]);
        sqlite3_bind_text(put_effect, 5, step->instruction[i], -1, SQLITE_STATIC);
        finish(put_effect);
    }
}

static void store(const char *signal, int is_commit) {
    char incident[33];
    counter++;
    snprintf(incident, sizeof incident, "%016llx%016llx", (unsigned long long)(counter * 0x9E3779B97F4A7C15ULL),
             (unsigned long long)counter);
    if (lean) {
        sqlite3_bind_text(put_lean, 1, signal, 32, SQLITE_STATIC);
        sqlite3_bind_int64(put_lean, 2, now_us() + 7000000);
        sqlite3_bind_text(put_lean, 3, steps[is_commit].state, -1, SQLITE_STATIC);
        finish(put_lean);
        return;
    }
    sqlite3_bind_text(find, 1, home, -1, SQLITE_STATIC);
    sqlite3_bind_text(find, 2, signal, 32, SQLITE_STATIC);
    int known = sqlite3_step(find) == SQLITE_ROW;
    sqlite3_reset(find);
    if (!known) append(signal, incident, 0);
    if (is_commit) append(signal, incident, 1);
}

// Whether a whole request has come; then it is stored, and its answer waits for the commit.
static int take(struct connection *from) {
    char *end = memmem(from->buffer, from->filled, "\r\n\r\n", 4);
    if (!end) return 0;
    char *length = memmem(from->buffer, end - from->buffer, "content-length: ", 16);
    int body_length = length ? atoi(length + 16) : 0;
    int header = end + 4 - from->buffer;
    if (from->filled < header + body_length) return 0;
    char *signal = memmem(from->buffer, header, "/v1/signals/", 12);
    if (!signal) fail("a request for something else");
    signal += 12;
    int is_commit = signal[33] == 'c';
    store(signal, is_commit);
    char body[160];
    int size = snprintf(body, sizeof body, "{\"signal\":\"%.32s\",\"standing\":\"%s\"}", signal,
                        is_commit ? "committed" : "held");
    from->answer_length = snprintf(from->answer, sizeof from->answer,
                                   "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s",
                                   size, body);
    from->filled = 0;
    return 1;
}

static void accept_all(int listener, int poll) {
    for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        int free_place = 0;
        while (free_place < CONNECTIONS && connections[free_place].fd) free_place++;
        if (free_place == CONNECTIONS) fail("too many connections");
        connections[free_place] = (struct connection){.fd = fd};
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &connections[free_place]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event)) fail("epoll");
    }
}

static int listen_at(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, CONNECTIONS)) fail(path);
    return listener;
}

int main(int count, char **arguments) {
    if (count != 6) {
        fprintf(stderr, "usage: floor rows|lean SOCKET DATABASE PATTERN SIGNAL\n");
        return 2;
    }
    lean = !strcmp(arguments[1], "lean");
    open_store(arguments[3], arguments[4], arguments[5]);
    int listener = listen_at(arguments[2]), poll = epoll_create1(0);
    struct epoll_event listening = {.events = EPOLLIN, .data.ptr = NULL};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, listener, &listening)) fail("epoll");
    for (;;) {
        struct epoll_event ready[CONNECTIONS + 1];
        struct connection *answered[CONNECTIONS];
        int answers = 0, count = epoll_wait(poll, ready, CONNECTIONS + 1, -1);
        for (int i = 0; i < count; i++) {
            struct connection *from = ready[i].data.ptr;
            if (!from) {
                accept_all(listener, poll);
                continue;
            }
            ssize_t got = read(from->fd, from->buffer + from->filled, BUFFER - from->filled);
            if (got <= 0) {
                close(from->fd);
                from->fd = 0;
                continue;
            }
            from->filled += got;
            if (!answers) finish(begin);
            if (take(from)) answered[answers++] = from;
            else if (!answers) run("ROLLBACK");
        }
        if (!answers) continue;
        finish(commit);
        for (int i = 0; i < answers; i++)
            if (write(answered[i]->fd, answered[i]->answer, answered[i]->answer_length) < 0) fail("an answer");
    }
}
