#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# A small HTTP server on the loopback that speaks the format of OSRM's table service, well or badly:
#   python3 osrm_server.py FOLDER [CERTIFICATE KEY]     the latter over https
# It writes its port to FOLDER/port and to standard output when it listens, and adds each path that was asked for to FOLDER/asked. A
# server named http://127.0.0.1:PORT/HABIT has one of the habits below. The way from one place to
# another takes a second for each 10 metres as the crow flies, and 60 more.
import json
import math
import os
import socket
import ssl
import sys
import threading
import time

folder = sys.argv[1]
lock = threading.Lock()
secure = None
if len(sys.argv) > 2:
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(sys.argv[2], sys.argv[3])


def metres(a, b):
    east = (b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(east, b[1] - a[1]) * 111195


def table(path, change=lambda answer: answer):
    places, question = path.split("/table/v1/driving/")[1].split("?")
    places = [tuple(float(x) for x in p.split(",")) for p in places.split(";")]
    options = dict(part.split("=") for part in question.split("&"))
    assert options["annotations"] == "duration,distance"
    froms = [int(i) for i in options["sources"].split(";")]
    tos = [int(i) for i in options["destinations"].split(";")]
    off = [[metres(places[i], places[j]) for j in tos] for i in froms]
    way = lambda m: 0 if m == 0 else round(m / 10 + 60, 1)
    answer = {
        "code": "Ok",
        "durations": [[way(m) for m in row] for row in off],
        "distances": [[round(m * 1.3, 1) for m in row] for row in off],
        "sources": [{"hint": "", "name": "road", "location": places[i], "distance": 8.5} for i in froms],
        "destinations": [{"hint": "", "name": "", "location": places[j], "distance": 8.5} for j in tos],
    }
    return json.dumps(change(answer)).encode()


def reply(status, body, more=""):
    return (f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{more}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def with_cell(cell):
    def change(answer):
        answer["durations"][0][0] = cell
        return answer
    return change


def without(member):
    def change(answer):
        del answer[member]
        return answer
    return change


def short(answer):
    answer["durations"].pop()
    return answer


def ragged(answer):
    answer["durations"][0].pop()
    return answer


def astray(answer):
    answer["destinations"][-1]["distance"] = 480000.0
    return answer


def refuses(answer):
    return {"code": "TooBig", "message": "Too many table \u001b[31mcoordinates"}


changes = {
    "roads": lambda answer: answer,
    "none": with_cell(None),
    "negative": with_cell(-5),
    "text": with_cell("soon"),
    "years": with_cell(1e12),
    "short": short,
    "ragged": ragged,
    "astray": astray,
    "old": without("distances"),
    "empty": without("durations"),
    "list": lambda answer: [answer],
    "refuses": refuses,
}


def hang(connection):
    connection.recv(1)  # until the other side has gone


def serve_one(connection, path):
    """Answers as the first part of the path says; False: the connection is to be closed."""
    habit = path.split("/")[1]
    if habit in changes:
        status = "400 Bad Request" if habit == "refuses" else "200 OK"
        connection.sendall(reply(status, table(path, changes[habit])))
        return True
    if habit == "silent":
        hang(connection)
    elif habit == "slow":  # a whole answer, after a while
        time.sleep(0.5)
        connection.sendall(reply("200 OK", table(path)))
        return True
    elif habit == "dribble":
        for byte in reply("200 OK", table(path)):
            connection.sendall(bytes([byte]))
            time.sleep(0.05)
    elif habit == "half":
        whole = reply("200 OK", table(path))
        connection.sendall(whole[: len(whole) // 2])
    elif habit == "huge":
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n[")
        while True:
            connection.sendall(b"0," * 32768)
    elif habit == "large":  # says so at once
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
        hang(connection)
    elif habit == "elsewhere":
        connection.sendall(reply("302 Found", b"", "Location: /roads" + path[10:] + "\r\n"))
    elif habit == "file":
        connection.sendall(reply("302 Found", b"", "Location: file:///etc/passwd\r\n"))
    elif habit == "broken":
        connection.sendall(reply("500 Internal Server Error", b"<html>oh dear</html>"))
    elif habit == "page":
        connection.sendall(reply("200 OK", b"<html>a page</html>"))
    elif habit == "binary":
        connection.sendall(reply("200 OK", os.urandom(1000)))
    elif habit == "other":
        connection.sendall(b"220 mail.example.jp ESMTP\r\n")
    return False  # "closes", and whatever is unknown


def serve(connection):
    try:
        if secure:
            connection = secure.wrap_socket(connection, server_side=True)
        text = b""
        while True:
            while b"\r\n\r\n" not in text:
                piece = connection.recv(65536)
                if not piece:
                    return
                text += piece
            head, text = text.split(b"\r\n\r\n", 1)
            method, path, _ = head.decode().split("\r\n")[0].split(" ")
            with lock, open(os.path.join(folder, "asked"), "a", encoding="ascii") as asked:
                asked.write(f"{method} {path}\n")
            if not serve_one(connection, path):
                return
    except OSError:
        pass  # the other side has gone
    finally:
        connection.close()


def end_with(parent):
    """A test that fails takes its server along."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)


threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
listener = socket.create_server(("127.0.0.1", 0))
with open(os.path.join(folder, "port.new"), "w", encoding="ascii") as port:
    port.write(str(listener.getsockname()[1]))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
print(f"{listener.getsockname()[1]}\n", end="", flush=True)  # in one piece
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
