package com.example.bookshop.books;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "book")
public class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String title;
    private String isbn;

    @Enumerated(EnumType.STRING)
    private Genre genre;

    private BigDecimal price;
    private int publishedYear;
    private UUID authorId;
    private Instant addedAt;

    protected Book() {}

    Book(Instant addedAt) {
        this.addedAt = addedAt;
    }

    void take(BookData data) {
        title = data.title();
        isbn = data.isbn();
        genre = data.genre();
        price = data.price().setScale(2, RoundingMode.HALF_UP);
        publishedYear = data.publishedYear();
        authorId = data.authorId();
    }

    public UUID id() {
        return id;
    }

    public BigDecimal price() {
        return price;
    }

    BookSummary summary() {
        return new BookSummary(id, title, genre, price);
    }

    BookDetails details() {
        return new BookDetails(id, title, isbn, genre, price, publishedYear, authorId, addedAt);
    }
}
