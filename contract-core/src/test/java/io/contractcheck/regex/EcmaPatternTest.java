package io.contractcheck.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {
    private record Fact(String pattern, String text, boolean matches) {}

    private static Fact yes(String pattern, String text) {
        return new Fact(pattern, text, true);
    }

    private static Fact no(String pattern, String text) {
        return new Fact(pattern, text, false);
    }

    static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(anchors());
        facts.addAll(sets());
        facts.addAll(groups());
        facts.addAll(dialects());
        return facts;
    }

    private static List<Fact> anchors() {
        return List.of(
                yes("b", "abc"),
                no("^b", "abc"),
                yes("", ""),
                yes("^$", ""),
                no("^$", "a"),
                no("^abc$", "abc\n"),
                no("^b$", "a\nb"),
                yes("(?m)^b$", "a\nb\nc"),
                yes("^a|b$", "xb"),
                no("^(a|b)$", "xb"),
                yes("\\bfoo\\b", "a foo."),
                no("\\bfoo\\b", "afoo."),
                yes("\\Boo", "foo"),
                no("\\Bfoo", "foo"),
                no("\\béa", "éa"), // é is no word character
                yes("\\ba", "éa"),
                yes("^a{1,3}{$", "aa{"),
                yes("^{a}$", "{a}"),
                yes("^]$", "]"),
                yes("^a{,2}$", "a{,2}"),
                no("^a{2,3}$", "a"),
                yes("^a{2,}$", "aaaa"),
                no("^a{2}$", "aaa"),
                yes("^a??b$", "b"),
                yes("^(?:)*$", ""),
                yes("^(a?)*?$", "aa"),
                yes("^(a*)*b$", "aaab"),
                yes("^(?:a?){3}$", "aa"));
    }

    private static List<Fact> sets() {
        return List.of(
                no("[]", "a"),
                no("[]", ""),
                yes("^[^]$", "\n"),
                no("[^]", ""),
                no("^\\d$", "٣"),
                yes("^\\D$", "٣"),
                no("^\\w$", "é"),
                yes("^\\W$", "é"),
                yes("^\\s$", "\uFEFF"),
                yes("^\\s$", "\u2029"),
                yes("^\\s$", "\u00A0"),
                no("^\\s$", "\u0085"),
                no("^\\s$", "\u200B"),
                yes("^\\S$", "\u0001"),
                yes("^\\cC$", "\u0003"),
                yes("^\\cc$", "\u0003"),
                yes("^\\t\\n\\v\\f\\r\\0$", "\t\n\u000B\f\r\0"),
                yes("^[\\b]$", "\b"),
                yes("^\\x41\\u0042\\u{1F600}$", "AB😀"),
                yes("^\\uD83D\\uDE00$", "😀"),
                yes("^[\\uD83D\\uDE00-\\uD83D\\uDE4F]$", "😁"),
                yes("^.$", "😀"),
                no("^.$", "\u2028"),
                no("^.$", "\r"),
                yes("^.$", "\u0085"),
                yes("(?s)^.$", "\n"),
                yes("^[a-]$", "-"),
                yes("^[\\w-.]+$", "a-."),
                yes("^[a&&b]+$", "&"),
                yes("^[[a]$", "["),
                yes("^\\-\\_\\@\\/\\~\\ $", "-_@/~ "),
                yes("^[\\-\\/\\]\\[\\^]+$", "-/][^"),
                yes("^\\p{L}+$", "éß漢"),
                no("^\\p{Lu}$", "a"),
                yes("^\\P{Lu}$", "a"),
                yes("^\\p{Uppercase_Letter}\\p{Ll}$", "Éa"),
                yes("^\\p{gc=Nd}\\p{General_Category=Decimal_Number}$", "٣4"),
                yes("^\\p{Script=Greek}\\p{sc=Cyrl}$", "λж"),
                yes("\\p{Letter}cole", "L'école"),
                no("\\p{Letter}cole", "L'ÉCOLE"),
                yes("^\\p{digit}+$", "৪২"),
                yes("^[\\p{L}\\d]+$", "é9"),
                yes("^\\p{Alphabetic}\\p{ASCII}\\p{Any}$", "éa\n"));
    }

    private static List<Fact> groups() {
        return List.of(
                yes("^(a)(b)?\\1$", "aa"),
                yes("^(a)|\\1b$", "b"), // a group that took no part repeats nothing
                yes("^(?<q>['\"])x\\k<q>$", "'x'"),
                no("^(?<q>['\"])x\\k<q>$", "'x\""),
                yes("^\\k<n>(?<n>a)$", "a"),
                yes("^(?:(a)|b)*\\1$", "ab"), // each round forgets what the round before captured
                no("^(?:(a)|b)*\\1c$", "abac".substring(1, 3)),
                yes("^(?=.*\\d)(?=.*[a-z]).{2,}$", "a1"),
                no("^(?=.*\\d)(?=.*[a-z]).{2,}$", "aa"),
                yes("^(?!foo)...$", "bar"),
                no("^(?!foo)...$", "foo"),
                yes("(?<=\\$)\\d", "$5"),
                no("(?<=\\$)\\d", "€5"),
                yes("(?<!\\$)\\d", "€5"),
                yes("(?<=([a-c]+))\\1$", "abab"),
                yes("(?<=^|,)b", "a,b"),
                no("(?<=ab{2,3})c", "abc"),
                yes("(?<=ab{2,3})c", "abbbc"),
                yes("(?<=\\1(a))b", "aab"), // read from right to left
                no("(?<=\\1(a))b", "xab"),
                yes("^(?=(a+))\\1$", "aaa"),
                no("^(?=(a+))a*b\\1$", "baaabac"),
                yes("(?=(a+))a*b\\1", "baaabac"),
                no("(.*?)a(?!(a+)b\\2c)\\2$", "aab"),
                yes("^(z)((a+)?(b+)?(c))*$", "zaacbbbcac"));
    }

    private static List<Fact> dialects() {
        return List.of(
                yes("(?i)^straße$", "STRAßE"),
                yes("(?i)^[a-c]+$", "aBC"),
                no("(?i)^[^a]$", "A"),
                yes("(?i)^(é)\\1$", "éÉ"),
                yes("^(?i:a)b$", "Ab"),
                no("^(?i:a)b$", "AB"),
                yes("^((?i)a)b$", "Ab"),
                yes("^(?P<y>\\d)(?P=y)$", "22"),
                yes("^a(?#remark)b$", "ab"),
                no("^a++a$", "aaa"),
                yes("^a++b$", "aab"),
                no("^(?>ab|a)b$", "ab"),
                yes("^(?>ab|a)c$", "abc"),
                yes("\\Aab\\z", "ab"),
                no("\\Aab\\Z", "ab\n"),
                yes("^\\h+$", " \t\u00A0"),
                no("^\\h$", "\n"),
                yes("^[[:alpha:][:digit:]_]+$", "aZ9_"),
                no("^[[:alpha:]]$", "é"),
                yes("^[[:^alpha:]]$", "é"),
                yes("^\\p{Alpha}\\p{Digit}\\p{Punct}$", "a1!"),
                no("^\\p{Digit}$", "٣"),
                yes("^\\pL\\PL$", "a1"),
                yes("^\\p{IsLatin}\\p{InGreek}\\p{IsAlphabetic}$", "aλb"),
                yes("^\\x{1F600}$", "😀"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void matching_follows_ecma(Fact fact) {
        assertThat(EcmaPattern.compile(fact.pattern).find(fact.text)).isEqualTo(fact.matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "(a~missing ) of the group at index 0",
                "a)~unmatched ) at index 1",
                "x[a-~missing ] of the class at index 1",
                "[z-a]~range out of order in the class at index 1",
                "a{3,2}~quantifier {3,2} is out of order at index 1",
                "*a~nothing to repeat at index 0",
                "a**~nothing to repeat at index 2",
                "^*~nothing to repeat at index 1",
                "a\\~nothing after \\ at index 1",
                "\\a~unsupported escape \\a at index 0",
                "ab\\Qx\\E~unsupported escape \\Q at index 2",
                "\\1~no group 1 at index 0",
                "(a)\\2~no group 2 at index 3",
                "\\k<x>~no group x at index 0",
                "\\01~unsupported octal escape at index 0",
                "\\xg~fewer than 2 hexadecimal digits in the escape at index 0",
                "\\u{110000}~{110000} is no code point at index 0",
                "\\p{Nope}~unsupported property \\p{Nope} at index 0",
                "[[:nope:]]~unknown class [:nope:] at index 1",
                "(?<a>x)(?<a>y)~two groups named a at index 7",
                "a(?(1)b|c)~unsupported group (?( at index 1",
                "(?R)~unsupported group (?R at index 0",
            })
    void what_cannot_be_read_is_named_with_its_index(String pattern, String message) {
        assertThatThrownBy(() -> EcmaPattern.compile(pattern))
                .isInstanceOf(PatternException.class)
                .hasMessage("pattern " + pattern + ": " + message);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatThrownBy(() -> EcmaPattern.compile("(".repeat(100_000)))
                .isInstanceOf(PatternException.class)
                .hasMessageContaining("nested deeper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]*$",
                "^.+$",
                "^(a|b)*$",
                "^(?:a|b)+?$",
                "^(ab?)*+$",
                "^(?:[ab]{1,3})*$",
                "^(?=.*a)[ab]+$",
                "^(?!.*c)(a|b)+$",
                "^((a)|(b))*$",
                "^[ab]+(?<=^(a|b)+)$"
            })
    void long_texts_need_no_deep_stack(String pattern) {
        assertThat(EcmaPattern.compile(pattern).find("ab".repeat(50_000))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a|a)*$",
                "^(a+)+$",
                "^(a*)*$",
                "^((a|aa)+b?)*$",
                "^/?([a-z0-9]+/?)*$",
                "(a|aa)+$",
                "^(((a?)+)+)+$"
            })
    void nested_repetitions_are_not_gone_through_again_and_again(String pattern) {
        assertThat(EcmaPattern.compile(pattern).find("a".repeat(500) + "!")).isFalse();
        assertThat(EcmaPattern.compile(pattern).find("a".repeat(500))).isTrue();
    }

    @Test
    void a_match_that_would_take_for_ever_is_given_up() {
        EcmaPattern pattern = EcmaPattern.compile("^(a|a)*$|^\\1x");
        assertThat(pattern.find("a".repeat(1000))).isTrue();
        assertThatThrownBy(() -> pattern.find("a".repeat(1000) + "b"))
                .isInstanceOf(PatternException.class)
                .hasMessageContaining("takes more than 5000000 steps");
    }
}
