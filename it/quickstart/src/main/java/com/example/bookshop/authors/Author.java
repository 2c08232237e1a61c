package com.example.bookshop.authors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "author")
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String name;
    private String country;
    private Integer born;

    protected Author() {}

    Author(AuthorData data) {
        name = data.name();
        country = data.country();
        born = data.born();
    }

    AuthorDetails details() {
        return new AuthorDetails(id, name, country, born);
    }
}
