package io.contractcheck.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"userGroupId", "UserGroupID", "user_group_id", "USER-GROUP-ID", "user.group.id"})
    void a_name_has_the_same_words_however_it_is_written(String name) {
        assertThat(Words.of(name)).containsExactly("user", "group", "id");
    }

    @ParameterizedTest
    @CsvSource({
        "books,book", "categories,category", "boxes,box", "classes,class", "dishes,dish", "people,person",
                "status,status",
        "analysis,analysis", "buses,bus", "cases,case", "houses,house", "address,address", "addresses,address",
                "series,series",
        "data,data", "movies,movie", "ties,tie", "gas,gas"
    })
    void a_resource_is_called_by_its_singular(String plural, String singular) {
        assertThat(Words.singular(List.of("new", plural))).containsExactly("new", singular);
    }

    @Test
    void what_has_no_words_has_none() {
        assertThat(Words.of("$_-")).isEmpty();
        assertThat(Words.singular(List.of())).isEmpty();
    }
}
