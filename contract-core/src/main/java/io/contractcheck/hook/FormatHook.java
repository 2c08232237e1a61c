package io.contractcheck.hook;

import io.contractcheck.schema.format.Format;
import java.util.List;

/**
 * Adds string formats: they are asserted of requests and answers, generated, and just missed in invalid cases. A format of a name that
 * ContractCheck knows itself takes its place, which the run says.
 *
 * <pre>{@code
 * public final class Isbn implements FormatHook {
 *     public List<Format> formats(HookContext context) {
 *         return List.of(Format.ofText(
 *                 "isbn",
 *                 text -> text.matches("97[89]-\\d{10}"),
 *                 random -> "978-" + (1_000_000_000L + random.nextInt(1_000_000_000)),
 *                 List.of("977-0000000000", "978-000000000")));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface FormatHook extends Hook {
    /** The formats to add. Asked once, before the document is read; the formats are used from several threads. */
    List<Format> formats(HookContext context);
}
