package threeline.desk.intake.email;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Its connections send each answer at once. The SMTP library writes an answer in two pieces, and without this the second
 * waits until the other side has acknowledged the first, which it puts off for some 40 ms.
 */
final class PromptSocket extends ServerSocket {

    PromptSocket() throws IOException {
        super();
    }

    @Override
    public Socket accept() throws IOException {
        var socket = super.accept();
        socket.setTcpNoDelay(true);
        return socket;
    }
}
