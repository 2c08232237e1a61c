package io.contractcheck.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds every form of many secrets in one pass, the longest first, and leaves placeholders alone that stand there already. */
final class SecretForms {
    private final List<String> placeholders;
    private final Pattern inText;
    private final Pattern inBytes;

    private record Form(String placeholder, String pattern, int length) {}

    private SecretForms(List<String> placeholders, Pattern inText, Pattern inBytes) {
        this.placeholders = placeholders;
        this.inText = inText;
        this.inBytes = inBytes;
    }

    static SecretForms of(List<Secret> secrets) {
        List<Form> text = forms(secrets, StandardCharsets.UTF_8);
        return new SecretForms(
                text.stream().map(Form::placeholder).toList(),
                pattern(text),
                pattern(forms(secrets, StandardCharsets.ISO_8859_1)));
    }

    private static List<Form> forms(List<Secret> secrets, Charset bytes) {
        List<Form> forms = new ArrayList<>();
        for (Secret secret : secrets) {
            if (!secret.isShort()) {
                forms.add(new Form(
                        secret.placeholder(),
                        secret.pattern(bytes),
                        secret.value().length()));
                for (String base64 : secret.base64()) {
                    forms.add(new Form(secret.placeholder(), Pattern.quote(base64), base64.length()));
                }
            }
        }
        forms.sort(Comparator.comparingInt(Form::length).reversed());
        return forms;
    }

    private static Pattern pattern(List<Form> forms) {
        String known = forms.stream()
                .map(f -> Pattern.quote(f.placeholder()))
                .distinct()
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                forms.stream().map(f -> "|(" + f.pattern() + ")").collect(Collectors.joining("", known, "")));
    }

    /** The text with every form replaced. */
    String mask(String text) {
        return placeholders.isEmpty() ? text : replace(inText, text);
    }

    /** The bytes with every form replaced; the same array if there is none. */
    byte[] mask(byte[] bytes) {
        if (placeholders.isEmpty()) {
            return bytes;
        }
        // Latin-1 maps every byte to one character and back, so bodies that are no text survive
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String masked = replace(inBytes, text);
        return masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String replace(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> {
            for (int i = 1; i <= found.groupCount(); i++) {
                if (found.group(i) != null) {
                    return Matcher.quoteReplacement(placeholders.get(i - 1));
                }
            }
            return Matcher.quoteReplacement(found.group());
        });
    }
}
