package com.example.bookshop.reviews;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "review")
class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private UUID bookId;
    private String reader;
    private int rating;
    private String text;

    protected Review() {}

    Review(UUID bookId, ReviewData data) {
        this.bookId = bookId;
        reader = data.reader();
        rating = data.rating();
        text = data.text();
    }

    ReviewDetails details() {
        return new ReviewDetails(id, reader, rating, text);
    }
}
