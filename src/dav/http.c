// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP by libcurl, with everything off that is not needed: one server, no redirect, no cookie, no
// proxy, no name that is looked up later, an answer within its time and size.
#include "mawari/dav/http.h"

#include <curl/curl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"

enum { CERTIFICATES_MOST = 8 << 20, ADDRESSES_MOST = 8, ADDRESS = 64 };

struct Http {
    Arena *arena;
    CURL *curl;
    struct curl_slist *addresses;
    const char *server; // without slashes at its end
    const char *host;   // as it is shown
    int seconds;
    Buffer answer;
    bool large; // the answer was too large and was cut
};

// The server's address

static bool no_address(const char *server, Err *err)
{
    return err_set(err, ERR_INPUT,
                   _("“%s” is no server's address: http:// or https://, a name, a port perhaps"),
                   server);
}

static bool read_part(CURLU *url, CURLUPart part, Arena *arena, const char **ret)
{
    char *text = NULL;
    if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK)
        return false;
    *ret = arena_copy(arena, text);
    curl_free(text);
    return true;
}

/// Nothing but scheme, host, port and path: no password that would lie open, no question.
static bool is_plain(CURLU *url, Arena *arena)
{
    const char *part, *scheme = "";
    return read_part(url, CURLUPART_SCHEME, arena, &scheme) &&
           (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0) &&
           !read_part(url, CURLUPART_USER, arena, &part) &&
           !read_part(url, CURLUPART_PASSWORD, arena, &part) &&
           !read_part(url, CURLUPART_QUERY, arena, &part) &&
           !read_part(url, CURLUPART_FRAGMENT, arena, &part);
}

static bool split(Http *http, const char **ret_port, Err *err)
{
    CURLU *url = curl_url();
    bool good = url && curl_url_set(url, CURLUPART_URL, http->server, 0) == CURLUE_OK &&
                is_plain(url, http->arena) &&
                read_part(url, CURLUPART_HOST, http->arena, &http->host) &&
                read_part(url, CURLUPART_PORT, http->arena, ret_port);
    curl_url_cleanup(url);
    return good || no_address(http->server, err);
}

static void add_address(Buffer *list, const struct addrinfo *address)
{
    char number[ADDRESS];
    if (getnameinfo(address->ai_addr, address->ai_addrlen, number, sizeof number, NULL, 0,
                    NI_NUMERICHOST) != 0)
        return;
    bool six = address->ai_family == AF_INET6;
    buffer_print(list, "%s%s%s%s", list->size ? "," : "", six ? "[" : "", number, six ? "]" : "");
}

/// libcurl would look the name up in a thread, which a child may not start.
static bool look_up(Http *http, const char *port, Err *err)
{
    const struct addrinfo wanted = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    Buffer list = {.arena = http->arena};
    size_t count = 0;
    if (*http->host == '[') // a number already
        return true;
    (void)setenv("RES_OPTIONS", arena_print(http->arena, "timeout:%d attempts:1", http->seconds),
                 0);
    int failed = getaddrinfo(http->host, port, &wanted, &found);
    if (failed)
        return err_set(err, ERR_INPUT, _("%s is not found: %s"), http->host, gai_strerror(failed));
    for (const struct addrinfo *at = found; at && count < ADDRESSES_MOST; at = at->ai_next, count++)
        add_address(&list, at);
    freeaddrinfo(found);
    http->addresses = curl_slist_append(
        NULL, arena_print(http->arena, "%s:%s:%s", http->host, port, buffer_text(&list)));
    return true;
}

// The connection

/// Whom the rep trusts: the file that OpenSSL and curl are told of, too, else the system's.
static const char *trusted(void)
{
    const char *named = getenv("SSL_CERT_FILE");
    return named && *named ? named : curl_version_info(CURLVERSION_NOW)->cainfo;
}

/// The certificates, as long as files can be read.
static void take_certificates(Http *http)
{
    const char *file = trusted();
    char *bytes;
    size_t size;
    if (!file || !file_read(file, CERTIFICATES_MOST, http->arena, &bytes, &size, NULL))
        return; // then nobody can prove who they are over https
    struct curl_blob blob = {.data = bytes, .len = size, .flags = CURL_BLOB_NOCOPY};
    (void)curl_easy_setopt(http->curl, CURLOPT_CAINFO_BLOB, &blob);
}

static size_t take_piece(char *bytes, size_t one, size_t size, void *context)
{
    Http *http = context;
    (void)one;
    http->large = http->answer.size + size > HTTP_ANSWER_MOST;
    if (http->large)
        return 0;
    buffer_add_bytes(&http->answer, bytes, size);
    return size;
}

static void set_up(Http *http)
{
    CURL *curl = http->curl;
    (void)curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    (void)curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    (void)curl_easy_setopt(curl, CURLOPT_PROXY, "");
    (void)curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    (void)curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)http->seconds);
    (void)curl_easy_setopt(curl, CURLOPT_MAXFILESIZE, (long)HTTP_ANSWER_MOST);
    (void)curl_easy_setopt(curl, CURLOPT_USERAGENT, "mawari");
    (void)curl_easy_setopt(curl, CURLOPT_RESOLVE, http->addresses);
    (void)curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_piece);
    (void)curl_easy_setopt(curl, CURLOPT_WRITEDATA, http);
    take_certificates(http);
}

bool http_open(const char *server, int seconds, Http **ret, Err *err)
{
    Arena *arena = arena_open();
    Http *http = arena_new(arena, Http);
    const char *port = NULL;
    *http = (Http){.arena = arena, .seconds = seconds};
    char *kept = arena_copy(arena, server);
    for (size_t size = strlen(kept); size > 0 && kept[size - 1] == '/';)
        kept[--size] = '\0';
    http->server = kept;
    bool good = curl_global_init(CURL_GLOBAL_DEFAULT) == 0 && (http->curl = curl_easy_init());
    if (!good)
        err_set(err, ERR_CHILD, _("the network library does not start"));
    if (!good || !split(http, &port, err) || !look_up(http, port, err)) {
        http_close(http);
        return false;
    }
    set_up(http);
    *ret = http;
    return true;
}

void http_close(Http *http)
{
    if (!http)
        return;
    curl_easy_cleanup(http->curl);
    curl_slist_free_all(http->addresses);
    curl_global_cleanup();
    arena_close(http->arena);
}

// A question

static bool too_large(const Http *http, Err *err)
{
    return err_set(err, ERR_INPUT, _("the answer of %s is larger than %d MiB"), http->host,
                   HTTP_ANSWER_MOST >> 20);
}

/// Why there is no answer, in the rep's words.
static bool judge(const Http *http, CURLcode code, Err *err)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return err_set(err, ERR_INPUT, _("%s did not answer within %d seconds"), http->host,
                       http->seconds);
    case CURLE_COULDNT_CONNECT:
        return err_set(err, ERR_INPUT, _("%s cannot be reached"), http->host);
    case CURLE_FILESIZE_EXCEEDED:
        return too_large(http, err);
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
        return err_set(err, ERR_INPUT, _("%s broke off before its answer was whole"), http->host);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return err_set(err, ERR_INPUT, _("%s does not speak HTTP"), http->host);
    case CURLE_PEER_FAILED_VERIFICATION:
        return err_set(err, ERR_INPUT, _("%s cannot prove who it is: its certificate is not valid"),
                       http->host);
    case CURLE_SSL_CACERT_BADFILE: // a bare system has none
        return err_set(err, ERR_INPUT,
                       _("no certificates are here that %s could be checked by: install "
                         "ca-certificates, or name a file in SSL_CERT_FILE"),
                       http->host);
    default:
        return http->large
                   ? too_large(http, err)
                   : err_set(err, ERR_INPUT, "%s: %s", http->host, curl_easy_strerror(code));
    }
}

bool http_get(Http *http, const char *path, Arena *arena, HttpAnswer *ret, Err *err)
{
    long status = 0;
    http->answer = (Buffer){.arena = arena};
    http->large = false;
    (void)curl_easy_setopt(http->curl, CURLOPT_URL, arena_print(arena, "%s%s", http->server, path));
    CURLcode code = curl_easy_perform(http->curl);
    if (code != CURLE_OK)
        return judge(http, code, err);
    (void)curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status / 100 == 3)
        return err_set(err, ERR_INPUT, _("%s sends us elsewhere, which is not followed"),
                       http->host);
    *ret = (HttpAnswer){status, buffer_text(&http->answer), http->answer.size};
    return true;
}
