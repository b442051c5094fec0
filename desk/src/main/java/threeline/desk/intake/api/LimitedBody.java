package threeline.desk.intake.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request of which no more is read than is taken, whatever it said of its length. */
final class LimitedBody extends HttpServletRequestWrapper {

    private final long most;

    LimitedBody(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    /** More came than is taken. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream(), most);
    }

    private static final class Limited extends ServletInputStream {

        private final ServletInputStream whole;
        private long left;

        Limited(ServletInputStream whole, long most) {
            this.whole = whole;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = whole.read();
            return one < 0 ? one : counted(one, 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var count = whole.read(into, from, most);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int result, int count) throws TooLarge {
            left -= count;
            if (left < 0) {
                throw new TooLarge();
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return whole.isFinished();
        }

        @Override
        public boolean isReady() {
            return whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            whole.setReadListener(listener);
        }
    }
}
