// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <core/json.h>
#include <core/jsonscan.h>
#include <dashboard/splice.h>
#include <memory>
#include <optional>

// A JSON text that is changed in place: each call replaces the bytes that must change and no others, in the text's own style (indent by
// tabs or spaces, line ends, items on one line where their siblings are). Collects the splices. After the first failure nothing more is
// changed and error() tells it.
class JsonText
{
public:
    JsonText(const QByteArray &text, std::shared_ptr<const JsonIndex> index) : m_text(text), m_index(std::move(index)) { }

    const QByteArray &text() const { return m_text; }
    const Splices &splices() const { return m_splices; }
    const std::optional<Error> &error() const { return m_error; }

    bool contains(const QString &pointer) const;
    Json valueAt(const QString &pointer) const; // null: nothing there
    QByteArray bytesAt(const QString &pointer) const;
    qsizetype sizeOf(const QString &pointer) const; // items or members; -1: neither list nor object

    // Replaced in place, or added as a last member or item ("-"); parents that are missing are made. A value that is there already,
    // spelled otherwise, stays.
    void set(const QString &pointer, const Json &value);
    // The same with JSON as a person wrote it: its numbers and texts keep their spelling; layout as the text has it.
    void setWritten(const QString &pointer, const QByteArray &json);
    // As set(); of lists and objects that are there only what differs is touched.
    void change(const QString &pointer, const Json &value);
    void remove(const QString &pointer); // with one comma; nothing there: nothing happens
    void removeMembers(const QString &objectPointer, const QSet<QString> &keys); // of one object, at once
    // Before the item that is at `index` now; from the list's size on: at its end. A missing list is made.
    void insert(const QString &listPointer, qsizetype index, const Json &item);
    // The same with bytes of this text, lines indented anew: numbers and strings keep their spelling.
    void insertBytes(const QString &listPointer, qsizetype index, const QByteArray &bytes, const QByteArray &indent);
    // Several such bytes, which stood one level deep at `indent`.
    void insertAll(const QString &listPointer, qsizetype index, const QByteArrayList &items, const QByteArray &indent);
    QByteArray indentOf(const QString &pointer) const; // of the line that the value begins on
    void move(const QString &listPointer, qsizetype from, qsizetype to); // "to" in the list without the item
    // An item to another list; listPointer as it is once the item is gone.
    void transfer(const QString &itemPointer, const QString &listPointer, qsizetype index);
    void replace(const QString &pointer, const QByteArray &bytes); // a value as a person wrote it; must be JSON

private:
    int node(const QString &pointer) const { return m_index->find(m_text, pointer); }
    QByteArray indentAt(qsizetype offset) const; // of its line
    QByteArray unit() const; // one level of indentation; empty: a text of one line
    std::optional<QByteArray> stepOf(const JsonIndex::Node &container) const;
    QByteArray newline() const;
    void put(const QString &pointer, const QByteArray &compact);
    void addItem(int list, qsizetype index, const QByteArray &compact);
    QByteArray written(const QByteArray &compact, const QByteArray &indent, int sibling) const;
    QByteArray colon(const JsonIndex::Node &object) const;
    QByteArray gapOf(const JsonIndex::Node &container) const; // between siblings, after the comma
    int child(const JsonIndex::Node &container, qsizetype index) const;
    void add(int container, qsizetype index, const QByteArray &bytes);
    void rename(const QString &pointer, const QString &key); // of a member
    void changeMembers(const QString &pointer, const Json &before, const Json &value);
    void changeItems(const QString &pointer, const std::vector<Json> &before, const std::vector<Json> &value);
    void splice(qsizetype offset, qsizetype size, const QByteArray &bytes);
    void fail(const QString &what, const QString &where);

    QByteArray m_text;
    std::shared_ptr<const JsonIndex> m_index;
    Splices m_splices;
    std::optional<Error> m_error;
};
