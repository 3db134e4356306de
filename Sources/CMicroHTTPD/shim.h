#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// The library's own start, query and option functions are variadic, which Swift cannot call.

// A socket that listens on 127.0.0.1; -1, with errno set, when there is none. The address is fixed here, so that no caller
// can open the server to a network. Port 0: the system chooses. Not left to the library: its version 1 loses errno.
static inline int atlas_mhd_listen(unsigned short port) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) return -1;
    struct sockaddr_in loopback;
    memset(&loopback, 0, sizeof loopback);
    loopback.sin_family = AF_INET;
    loopback.sin_port = htons(port);
    loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // As the library does itself: connections of a server that ended just now are not in the way.
    int yes = 1;
    if (fcntl(listener, F_SETFD, FD_CLOEXEC) == 0 && fcntl(listener, F_SETFL, O_NONBLOCK) == 0 &&
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
        bind(listener, (struct sockaddr *)&loopback, sizeof loopback) == 0 && listen(listener, SOMAXCONN) == 0)
        return listener;
    int reason = errno;
    close(listener);
    errno = reason;
    return -1;
}

static inline struct MHD_Daemon *atlas_mhd_start(unsigned short port, unsigned threads,
                                                 MHD_AccessHandlerCallback access, void *context,
                                                 void *(*begin)(void *, const char *, struct MHD_Connection *),
                                                 MHD_RequestCompletedCallback completed) {
    int listener = atlas_mhd_listen(port);
    if (listener < 0) return NULL;
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, access, context,
        MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_URI_LOG_CALLBACK, begin,
        context, MHD_OPTION_NOTIFY_COMPLETED, completed, context, MHD_OPTION_END);
    if (!daemon) close(listener);
    return daemon;
}

static inline unsigned short atlas_mhd_port(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

// A macro with a cast, which Swift does not import.
enum { MHD_CONTENT_READER_END_WITH_ERROR_ = -2 };

// Sends a TCP reset at once. Closing with a linger of zero would do it too, but the library shuts its side down first,
// and the peer would see an orderly end before the reset.
static inline void atlas_mhd_reset(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!info) return;
    struct linger none = {1, 0};
    setsockopt(info->connect_fd, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    struct sockaddr nobody;
    memset(&nobody, 0, sizeof nobody);
    nobody.sa_family = AF_UNSPEC;
    connect(info->connect_fd, &nobody, sizeof nobody);
}

// How Swift spells an enumerator depends on its neighbors, which differ between versions of the library.

static inline void atlas_mhd_headers(struct MHD_Connection *connection, MHD_KeyValueIterator each, void *context) {
    MHD_get_connection_values(connection, MHD_HEADER_KIND, each, context);
}

static inline struct MHD_Response *atlas_mhd_copy(size_t size, const void *bytes) {
    return MHD_create_response_from_buffer(size, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}
