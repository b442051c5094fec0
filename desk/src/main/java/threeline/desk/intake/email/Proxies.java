package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import org.subethamail.smtp.internal.proxy.ProxyHandler;
import org.subethamail.smtp.internal.proxy.ProxyProtocolV1V2Handler;
import org.subethamail.smtp.server.Session;
import threeline.desk.mail.Network;

/** Servers that stand before ours and say by the PROXY protocol for whom they speak; nobody else is listened to in that. */
final class Proxies implements ProxyHandler {

    private final List<Network> proxies;

    Proxies(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::parse).toList();
    }

    @Override
    public ProxyResult handle(InputStream in, OutputStream out, Session session) throws IOException {
        return session.getRemoteAddress() instanceof InetSocketAddress peer && isProxy(peer)
                ? ProxyProtocolV1V2Handler.INSTANCE.handle(in, out, session)
                : NOP.handle(in, out, session);
    }

    private boolean isProxy(InetSocketAddress peer) {
        return proxies.stream().anyMatch(it -> it.has(peer.getAddress().getHostAddress()));
    }
}
