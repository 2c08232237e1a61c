package io.contractcheck.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server sent more than its answer: what stands in a connection's buffer behind it would be taken for the beginning of the
 * next answer. Thread-safe.
 */
final class Leftover implements HttpMessageParserFactory<ClassicHttpResponse> {
    /** What this thread read an answer's head from last. */
    private final ThreadLocal<Last> last = ThreadLocal.withInitial(Last::new);

    private static final class Last {
        private @Nullable SessionInputBuffer buffer;
    }

    private final Http1Config limits;

    Leftover(Http1Config limits) {
        this.limits = limits;
    }

    @Override
    @SuppressWarnings("deprecation") // has to be there, and is not called
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config ignored) {
        return create();
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        // the client's own default skips over garbage until something looks like a status line
        HttpMessageParser<ClassicHttpResponse> parser = new DefaultHttpResponseParserFactory(limits).create();
        return new HttpMessageParser<>() {
            @Override
            public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
                    throws IOException, HttpException {
                last.get().buffer = buffer;
                return parser.parse(buffer, in);
            }
        };
    }

    /** Whether there is something, once this thread has read the answer to its end. */
    boolean there() {
        Last read = last.get();
        SessionInputBuffer buffer = read.buffer;
        read.buffer = null;
        return buffer != null && buffer.length() > 0;
    }
}
