package io.contractcheck.hook;

import io.contractcheck.http.Codec;
import java.util.List;

/**
 * Adds media types: bodies, parts of multipart bodies and parameters with {@code content} are written in them and read from them, and so
 * are answers. A media type that ContractCheck knows itself is then the hook's, which the run says.
 *
 * <pre>{@code
 * public final class Cbor implements MediaTypeHook, Codec {
 *     private final ObjectMapper mapper = new CBORMapper();
 *
 *     public List<Codec> codecs(HookContext context) {
 *         return List.of(this);
 *     }
 *
 *     public List<String> mediaTypes() {
 *         return List.of("application/cbor", "application/*+cbor");
 *     }
 *
 *     public byte[] write(JsonNode value, MediaType type) throws IOException {
 *         return mapper.writeValueAsBytes(value);
 *     }
 *
 *     public JsonNode read(byte[] bytes, MediaType type) throws IOException {
 *         return mapper.readTree(bytes);
 *     }
 * }
 * }</pre>
 */
public non-sealed interface MediaTypeHook extends Hook {
    /** The codecs to add. Asked once, before the document is read; the codecs are used from several threads. */
    List<Codec> codecs(HookContext context);
}
