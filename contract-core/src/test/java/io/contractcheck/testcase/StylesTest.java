package io.contractcheck.testcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.json.Json;
import io.contractcheck.openapi.Style;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesTest {
    private static final String ARRAY = "[\"a b\",\"c,d\",1.50]";
    private static final String OBJECT = "{\"k\":\"v/w\",\"n\":null,\"t\":true}";

    private static PathStyle simple(Place place, boolean explode) {
        return new SimpleStyle(new Delimited(place, List.of(","), explode));
    }

    private static String pairs(Style style, boolean explode, String json) {
        return pairs(style, explode, Place.QUERY, List.of(), json);
    }

    private static String pairs(Style style, boolean explode, Place place, List<String> inner, String json) {
        return PairStyle.of("n", style, explode, inner, place).write(Json.parse(json)).stream()
                .map(Pair::toString)
                .collect(Collectors.joining("&"));
    }

    @Test
    void simple_paths_join_with_literal_commas_and_encode_those_inside_items() {
        for (boolean explode : new boolean[] {true, false}) {
            assertThat(simple(Place.PATH, explode).write(Json.parse(ARRAY))).isEqualTo("a%20b,c%2Cd,1.50");
        }
        assertThat(simple(Place.PATH, false).write(Json.parse(OBJECT))).isEqualTo("k,v%2Fw,n,null,t,true");
        assertThat(simple(Place.PATH, true).write(Json.parse(OBJECT))).isEqualTo("k=v%2Fw,n=null,t=true");
    }

    @Test
    void labels_begin_with_a_dot() {
        assertThat(new LabelStyle(Place.PATH, false).write(Json.parse("\"a\""))).isEqualTo(".a");
        assertThat(new LabelStyle(Place.PATH, false).write(Json.parse(ARRAY))).isEqualTo(".a%20b,c%2Cd,1.50");
        assertThat(new LabelStyle(Place.PATH, true).write(Json.parse(ARRAY))).isEqualTo(".a%20b.c%2Cd.1%2E50");
        assertThat(new LabelStyle(Place.PATH, false).write(Json.parse(OBJECT))).isEqualTo(".k,v%2Fw,n,null,t,true");
        assertThat(new LabelStyle(Place.PATH, true).write(Json.parse(OBJECT))).isEqualTo(".k=v%2Fw.n=null.t=true");
    }

    @Test
    void a_matrix_object_that_is_not_exploded_keeps_its_name() {
        assertThat(new MatrixStyle("n", Place.PATH, false).write(Json.parse("\"a\"")))
                .isEqualTo(";n=a");
        assertThat(new MatrixStyle("n", Place.PATH, false).write(Json.parse(ARRAY)))
                .isEqualTo(";n=a%20b,c%2Cd,1.50");
        assertThat(new MatrixStyle("n", Place.PATH, true).write(Json.parse("[1,2]")))
                .isEqualTo(";n=1;n=2");
        assertThat(new MatrixStyle("n", Place.PATH, false).write(Json.parse(OBJECT)))
                .isEqualTo(";n=k,v%2Fw,n,null,t,true");
        assertThat(new MatrixStyle("n", Place.PATH, true).write(Json.parse(OBJECT)))
                .isEqualTo(";k=v%2Fw;n=null;t=true");
    }

    @Test
    void forms_repeat_the_name_or_join_with_commas() {
        assertThat(pairs(Style.FORM, true, "\"a+b c&=\"")).isEqualTo("n=a%2Bb%20c%26%3D");
        assertThat(pairs(Style.FORM, true, ARRAY)).isEqualTo("n=a%20b&n=c%2Cd&n=1.50");
        assertThat(pairs(Style.FORM, false, ARRAY)).isEqualTo("n=a%20b,c%2Cd,1.50");
        assertThat(pairs(Style.FORM, true, OBJECT)).isEqualTo("k=v%2Fw&n=null&t=true");
        assertThat(pairs(Style.FORM, false, OBJECT)).isEqualTo("n=k,v%2Fw,n,null,t,true");
        assertThat(pairs(Style.FORM, false, "{}")).isEqualTo("n=");
    }

    @Test
    void an_empty_array_in_a_query_is_absent() {
        assertThat(pairs(Style.FORM, true, "[]")).isEmpty();
        assertThat(pairs(Style.FORM, false, "[]")).isEmpty();
        assertThat(pairs(Style.DEEP_OBJECT, true, "[]")).isEmpty();
    }

    @Test
    void other_delimiters_are_percent_encoded_as_a_url_requires() {
        assertThat(pairs(Style.SPACE_DELIMITED, false, "[\"a\",\"b\"]")).isEqualTo("n=a%20b");
        assertThat(pairs(Style.PIPE_DELIMITED, false, "[\"a\",\"b\"]")).isEqualTo("n=a%7Cb");
        assertThat(pairs(Style.TAB_DELIMITED, false, "[\"a\",\"b\"]")).isEqualTo("n=a%09b");
        assertThat(pairs(Style.PIPE_DELIMITED, true, "[\"a\",\"b\"]")).isEqualTo("n=a&n=b");
    }

    @Test
    void an_item_with_the_delimiter_in_it_has_no_form_where_encoding_does_not_tell_them_apart() {
        assertThatThrownBy(() -> pairs(Style.PIPE_DELIMITED, false, "[\"a|b\"]"))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("'a|b' contains the delimiter '|'");
        assertThatThrownBy(() -> simple(Place.HEADER, false).write(Json.parse("[\"a,b\",\"c\"]")))
                .isInstanceOf(UnwritableException.class);
    }

    @Test
    void arrays_in_arrays_use_the_inner_delimiters() {
        assertThat(pairs(Style.PIPE_DELIMITED, false, Place.QUERY, List.of(","), "[[1,2],[3,4]]"))
                .isEqualTo("n=1,2%7C3,4");
    }

    @Test
    void deep_objects_put_every_step_in_encoded_brackets() {
        assertThat(pairs(Style.DEEP_OBJECT, true, "{\"a\":{\"b\":1},\"c\":[2,3],\"d\":\"x y\"}"))
                .isEqualTo("n%5Ba%5D%5Bb%5D=1&n%5Bc%5D%5B0%5D=2&n%5Bc%5D%5B1%5D=3&n%5Bd%5D=x%20y");
        assertThatThrownBy(() -> pairs(Style.DEEP_OBJECT, true, "{\"a\":[]}")).isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> pairs(Style.DEEP_OBJECT, true, "null")).isInstanceOf(UnwritableException.class);
    }

    @Test
    void reserved_characters_stay_where_they_are_allowed_but_never_those_that_end_a_value() {
        assertThat(pairs(Style.FORM, true, Place.QUERY_RESERVED, List.of(), "\"/a:b?@!$'()*,;&#+%[]\""))
                .isEqualTo("n=/a:b?@!$'()*,%3B%26%23%2B%25%5B%5D");
        assertThat(pairs(Style.FORM, false, Place.QUERY_RESERVED, List.of(), "[\"a,b\",\"/\"]"))
                .isEqualTo("n=a%2Cb,/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[]", "{}", "[\"\"]"})
    void what_would_be_nothing_has_no_form_in_headers_and_labels(String json) {
        assertThatThrownBy(() -> simple(Place.HEADER, false).write(Json.parse(json)))
                .isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> new LabelStyle(Place.PATH, false).write(Json.parse(json)))
                .isInstanceOf(UnwritableException.class);
    }

    @Test
    void headers_are_latin_1_without_outer_spaces_and_cookies_are_octets() {
        PathStyle header = simple(Place.HEADER, false);
        assertThat(header.write(Json.parse("\"caf\u00e9 au lait\""))).isEqualTo("caf\u00e9 au lait");
        for (String bad : List.of("\" a\"", "\"a \"", "\"\u20ac\"", "\"a\\nb\"", "\"\\u0000\"")) {
            assertThatThrownBy(() -> header.write(Json.parse(bad))).isInstanceOf(UnwritableException.class);
        }
        for (String bad : List.of("\"a b\"", "\"a;b\"", "\"a,b\"", "\"\u00e9\"", "\"a\\\\b\"")) {
            assertThatThrownBy(() -> pairs(Style.FORM, true, Place.COOKIE, List.of(), bad))
                    .isInstanceOf(UnwritableException.class);
        }
    }

    @Test
    void numbers_have_no_exponent_and_lone_surrogates_no_form() {
        assertThat(pairs(Style.FORM, true, "1e3")).isEqualTo("n=1000");
        assertThat(pairs(Style.FORM, true, "1E-7")).isEqualTo("n=0.0000001");
        assertThat(pairs(Style.FORM, true, "-123456789012345678901234567890"))
                .isEqualTo("n=-123456789012345678901234567890");
        assertThatThrownBy(() -> PairStyle.of("n", Style.FORM, true, List.of(), Place.QUERY)
                        .write(Json.NODES.textNode("\ud800")))
                .isInstanceOf(UnwritableException.class);
    }

    @Test
    void values_inside_values_for_which_a_style_has_no_form_are_json() {
        assertThat(simple(Place.PATH, false).write(Json.parse("[{\"a\":1},2]"))).isEqualTo("%7B%22a%22%3A1%7D,2");
    }

    @Test
    void pieces_are_split_before_they_are_decoded() {
        assertThat(simple(Place.PATH, false).read("a%2Cb,c"))
                .isEqualTo(new Raw.Either(List.of(
                        new Raw.Items(List.of(new Raw.Text("a,b"), new Raw.Text("c"))),
                        new Raw.Members(Map.of("a,b", new Raw.Text("c"))),
                        new Raw.Text("a,b,c"))));
    }

    @Test
    void a_plus_in_a_query_is_read_as_a_space_and_in_a_path_as_a_plus() {
        assertThat(Place.QUERY.read("a+b%2B")).isEqualTo("a b+");
        assertThat(Place.PATH.read("a+b")).isEqualTo("a+b");
    }

    @ParameterizedTest
    @CsvSource({"%", "%4", "%zz", "%ff", "a%C3"})
    void broken_encodings_cannot_be_read(String raw) {
        assertThatThrownBy(() -> Place.QUERY.read(raw)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void an_exploded_object_takes_the_pairs_that_are_nobody_elses() {
        PairStyle style = PairStyle.of("n", Style.FORM, true, List.of(), Place.QUERY);
        Raw raw = style.read(Pair.parse("a=1&page=2", "&"), Set.of("page")).orElseThrow();
        assertThat(raw.toString()).contains("a=").doesNotContain("page");
        assertThat(style.read(Pair.parse("page=2", "&"), Set.of("page"))).isEmpty();
    }
}
