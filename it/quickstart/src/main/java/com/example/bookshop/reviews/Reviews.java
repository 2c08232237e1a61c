package com.example.bookshop.reviews;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Reviews extends JpaRepository<Review, UUID> {
    List<Review> findByBookId(UUID bookId, Pageable page);
}
