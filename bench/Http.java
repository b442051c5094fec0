import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP/1.1 connection kept open, at as little cost as will do: the cores it runs on are those it measures. */
final class Http implements AutoCloseable {

    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final int port;
    private final String standing;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Http(int port, String... headers) throws IOException {
        this.port = port;
        this.standing = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(300_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, "", "", "");
    }

    Answer post(String path, String type, String body, String... headers) throws IOException {
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return ask("POST", path, type, body, more);
    }

    private Answer ask(String method, String path, String type, String body, String more) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost:").append(port);
        head.append("\r\n").append(standing).append(more);
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(content.length).append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        var request = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        out.write(request);
        var answer = read();
        if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
            socket.close();
            connect();
        }
        return answer;
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
        }
        return new Answer(status, headers, body(status, headers));
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return new byte[0];
        }
        var whole = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
