package threeline.desk.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Servers that a desk's people name are outside. What stands inside, at this machine or in a private network, is connected
 * to only where the operator says so: {@code threeline.mail.inside}.
 */
@Component
public class Inside {

    private static final List<Network> PRIVATE = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/127",
                    "64:ff9b::/96",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8")
            .stream()
            .map(Network::parse)
            .toList();

    private final List<Network> allowed;

    Inside(@Value("${threeline.mail.inside:}") List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    /** May a server at this address be connected to because a desk's people named it? */
    public boolean permits(InetAddress address) {
        var literal = address.getHostAddress().replaceFirst("%.*", "");
        return PRIVATE.stream().noneMatch(it -> it.has(literal))
                || allowed.stream().anyMatch(it -> it.has(literal));
    }

    /** Makes connections that look at the very address they go to, whatever its name meant a moment before. */
    public SocketFactory sockets() {
        return new Looking();
    }

    /** Not to be connected to. */
    public static final class Refused extends IOException {

        Refused(InetSocketAddress where) {
            super("%s is inside; the operator would have to permit it by threeline.mail.inside"
                    .formatted(where.getAddress().getHostAddress()));
        }
    }

    private final class Looking extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new Looked();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        private Socket connected(InetSocketAddress where) throws IOException {
            var socket = new Looked();
            socket.connect(where);
            return socket;
        }
    }

    private final class Looked extends Socket {

        @Override
        public void connect(SocketAddress where, int patience) throws IOException {
            if (!(where instanceof InetSocketAddress it) || it.isUnresolved()) {
                throw new UnknownHostException(String.valueOf(where));
            }
            if (!permits(it.getAddress())) {
                throw new Refused(it);
            }
            super.connect(where, patience);
        }
    }
}
