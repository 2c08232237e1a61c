package io.contractcheck.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Reads a response from its connection, up to a limit. */
final class ReceivedResponse {
    private static final int BUFFER = 8192;

    private ReceivedResponse() {}

    static Response of(ClassicHttpResponse answer, long maxBodyBytes) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : answer.getHeaders()) {
            headers.add(new Header(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        boolean truncated = false;
        HttpEntity entity = answer.getEntity();
        int expected = entity == null ? 0 : (int) Math.min(Math.max(entity.getContentLength(), 0), BUFFER);
        ByteArrayOutputStream body = new ByteArrayOutputStream(expected);
        if (entity != null) {
            // not closed: closing reads on to the end of a body that was cut; the connection is closed instead
            @SuppressWarnings("resource")
            InputStream content = entity.getContent();
            byte[] buffer = new byte[expected == 0 ? BUFFER : expected];
            for (int n = content.read(buffer); n >= 0 && !truncated; n = truncated ? -1 : content.read(buffer)) {
                int room = (int) Math.min(n, maxBodyBytes - body.size());
                body.write(buffer, 0, room);
                truncated = room < n;
            }
        }
        String reason = answer.getReasonPhrase();
        return new Response(answer.getCode(), reason == null ? "" : reason, headers, body.toByteArray(), truncated);
    }
}
