// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QColor>
#include <QtGui/QTransform>

// What an SVG says, read without the code that wrote it.
struct SvgShapes {
    struct Shape {
        QString element;
        QStringList colors; // stroke and fill, "#rrggbb"; of gradients those of their stops
        QRectF bounds; // of its coordinates, in the picture
    };
    QList<Shape> shapes; // path, polyline, rect, …
    QList<QRectF> images;
    QStringList texts;
    QStringList elements; // every one
    bool isWellFormed = false;

    static SvgShapes of(const QByteArray &svg);

    QList<Shape> coloured(const QColor &color) const
    {
        QList<Shape> found;
        for (const Shape &shape : shapes)
            if (shape.colors.contains(color.name()))
                found.append(shape);
        return found;
    }

private:
    struct State {
        QTransform transform;
        QString fill;
        QString stroke;
    };

    class Reader;
};

class SvgShapes::Reader
{
public:
    explicit Reader(const QByteArray &svg) : m_xml(svg) { }

    SvgShapes read()
    {
        m_stack.append(State());
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement())
                start();
            else if (m_xml.isEndElement())
                m_stack.removeLast();
        }
        m_out.isWellFormed = !m_xml.hasError();
        return m_out;
    }

private:
    static QList<double> numbers(const QString &text)
    {
        static const QRegularExpression number(QStringLiteral("-?\\d+(\\.\\d+)?(e-?\\d+)?"));
        QList<double> values;
        for (auto it = number.globalMatch(text); it.hasNext();)
            values.append(it.next().captured().toDouble());
        return values;
    }

    void start()
    {
        const QXmlStreamAttributes all = m_xml.attributes();
        const auto attribute = [&](const char *name) { return all.value(QLatin1String(name)).toString(); };
        State state = m_stack.last();
        const QList<double> matrix = numbers(attribute("transform"));
        if (matrix.size() == 6)
            state.transform = QTransform(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]) * state.transform;
        if (all.hasAttribute(QLatin1String("fill")))
            state.fill = attribute("fill");
        if (all.hasAttribute(QLatin1String("stroke")))
            state.stroke = attribute("stroke");
        m_stack.append(state);
        const QString name = m_xml.name().toString();
        m_out.elements.append(name);
        if (name == u"linearGradient" || name == u"radialGradient")
            m_gradient = attribute("id");
        else if (name == u"stop")
            m_stops[m_gradient].append(attribute("stop-color"));
        else if (name == u"path")
            add(name, state, numbers(attribute("d")));
        else if (name == u"polyline" || name == u"polygon")
            add(name, state, numbers(attribute("points")));
        else if (name == u"rect" || name == u"image")
            addBox(name, state,
                   {attribute("x").toDouble(), attribute("y").toDouble(), attribute("width").toDouble(), attribute("height").toDouble()});
        else if (name == u"text") {
            m_out.texts.append(m_xml.readElementText());
            m_stack.removeLast(); // its end is read
        }
    }

    void addBox(const QString &name, const State &state, const QRectF &box)
    {
        if (name == u"image")
            m_out.images.append(state.transform.mapRect(box));
        else
            add(name, state, {box.left(), box.top(), box.right(), box.bottom()});
    }

    void add(const QString &name, const State &state, const QList<double> &xy)
    {
        QRectF bounds;
        for (qsizetype i = 0; i + 1 < xy.size(); i += 2) {
            const QPointF at = state.transform.map(QPointF(xy[i], xy[i + 1]));
            bounds = i == 0 ? QRectF(at, QSizeF())
                            : QRectF(QPointF(std::min(bounds.left(), at.x()), std::min(bounds.top(), at.y())),
                                     QPointF(std::max(bounds.right(), at.x()), std::max(bounds.bottom(), at.y())));
        }
        QStringList colors;
        for (const QString &paint : {state.fill, state.stroke}) {
            if (paint.startsWith(u"url(#"))
                colors += m_stops.value(paint.mid(5).chopped(1));
            else
                colors.append(paint);
        }
        m_out.shapes.append({name, colors, bounds});
    }

    QXmlStreamReader m_xml;
    SvgShapes m_out;
    QList<State> m_stack;
    QString m_gradient;
    QHash<QString, QStringList> m_stops;
};

inline SvgShapes SvgShapes::of(const QByteArray &svg)
{
    return Reader(svg).read();
}
